import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { setCsrf } from "@/api/http";
import type { SignInResult, SignInState } from "@/api/types";
import { safeReturnPath } from "@/app/returnPath";
import { DemoAccounts } from "./DemoAccounts";
import { PasswordChange } from "./PasswordChange";
import { PasswordStep, type Credentials } from "./PasswordStep";
import { TotpStep } from "./TotpStep";

const titles: Record<Exclude<SignInState, "signed_in">, [string, string]> = {
  totp_required: ["动态口令", "请打开手机上的动态口令应用，填写“众扶”对应的 6 位数字。"],
  totp_setup: ["绑定动态口令", "您的岗位须使用动态口令登录，绑定一次即可。"],
  password_change: ["修改初始密码", "首次登录或密码被重置后，须先设置自己的密码。"],
};

/** SignInPage leads through password, one-time code (set up the first time) and a forced change of password. */
export default function SignInPage() {
  const [step, setStep] = useState<SignInResult | null>(null);
  const [filled, setFilled] = useState<Credentials | undefined>();
  const [used, setUsed] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { return: back } = useSearch({ strict: false }) as { return?: string };

  const go = (result: SignInResult) => {
    setCsrf(result.csrf);
    if (result.state !== "signed_in") {
      setStep(result);
      return;
    }
    queries.clear(); // nothing that another person saw stays
    void navigate({ href: safeReturnPath(back), replace: true });
  };
  useEffect(() => {
    if (step) heading.current?.focus();
  }, [step]);

  const state = step?.state === "signed_in" ? undefined : step?.state;
  const [title, about] = state ? titles[state] : ["登录众扶", "社会救助经办、核对、监测、供需和监管平台"];
  return (
    <main className="zf-sign-in">
      <section className="zf-panel zf-sign-in-card" aria-labelledby="sign-in-title">
        <h1 id="sign-in-title" ref={heading} tabIndex={-1}>{title}</h1>
        <p className="zf-help">{about}</p>
        {!state && (
          <PasswordStep
            filled={filled}
            onDone={(result, credentials) => {
              setUsed(credentials.password);
              go(result);
            }}
          />
        )}
        {(state === "totp_required" || state === "totp_setup") && (
          <TotpStep uri={step?.totp_uri} onDone={go} onBack={() => setStep(null)} />
        )}
        {state === "password_change" && (
          <PasswordChange known={used} onDone={(next) => go(next ?? { state: "signed_in", csrf: step?.csrf ?? "" })} />
        )}
      </section>
      {!state && (
        <nav className="zf-sign-in-public" aria-label="不用登录的页面">
          不是工作人员？<Link to="/check">看看可以申请什么</Link> · <Link to="/board">社会救助公示</Link>
        </nav>
      )}
      {!state && <DemoAccounts onPick={setFilled} />}
    </main>
  );
}
