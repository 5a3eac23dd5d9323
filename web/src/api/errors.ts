/** One field the server refused, by its name in the request ("members[0].id_number") and why. */
export interface FieldError {
  name: string;
  message: string;
}

/** What the server sends instead of a result. */
export interface Problem {
  status: number;
  code: string;
  message: string;
  reference?: string;
  errors?: FieldError[];
}

/** Every failed request ends as one of these: a Chinese message, the reference to tell support, and the fields. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly reference: string;
  readonly errors: FieldError[];

  constructor(problem: Problem) {
    super(problem.message);
    this.name = "ApiError";
    this.status = problem.status;
    this.code = problem.code;
    this.reference = problem.reference ?? "";
    this.errors = problem.errors ?? [];
  }
}

const byStatus: Record<number, string> = {
  401: "您还没有登录，或登录已过期，请重新登录。",
  403: "您的岗位没有这项权限。",
  404: "没有找到，或不在您的管辖范围内。",
  409: "数据已被别人改动，请刷新后再试。",
  413: "上传的内容太大。",
  422: "填写的内容有误，请按提示修改。",
  429: "操作太频繁，请稍后再试。",
};

function isProblem(value: unknown): value is Partial<Problem> {
  return typeof value === "object" && value !== null && ("message" in value || "code" in value || "errors" in value);
}

/** problemFrom reads the body of a failed response; a body that is not ours still yields a sentence people understand. */
export function problemFrom(status: number, body: unknown, header?: string | null): Problem {
  const known = isProblem(body) ? body : {};
  return {
    status,
    code: known.code ?? `http_${status}`,
    message: known.message || byStatus[status] || "系统暂时不能处理这个请求，请稍后重试。",
    reference: known.reference ?? header ?? undefined,
    errors: known.errors ?? [],
  };
}

/** asApiError turns anything thrown into an ApiError; a failure of the network is said as such. */
export function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (thrown instanceof TypeError) {
    return new ApiError({ status: 0, code: "network", message: "连不上服务器，请检查网络后重试。" });
  }
  return new ApiError({ status: 0, code: "unexpected", message: "页面出现意外错误，请重试。" });
}
