# 众扶 Zhongfu. Two commands matter: make run, make test. Everything they need beyond Go, Node and make they bring.
SHELL       := /bin/bash
VERSION     := $(shell git describe --always --dirty 2>/dev/null || echo dev)
LDFLAGS     := -s -w -X main.version=$(VERSION)
GO_SOURCES  := $(shell find cmd internal migrations policies catalogue web/embed.go -type f -not -name '*_test.go' 2>/dev/null)
WEB_SOURCES := $(shell find web/src web/index.html web/package.json web/vite.config.ts web/public -type f 2>/dev/null)

.PHONY: run build test test-go test-web test-browser bench faults generate openapi postgres browser clean stop-test-database shots

run: build postgres        ## build all, start an own PostgreSQL if DATABASE_URL is unset, load the demo province, serve on :8080
	@exec bin/zhongfu demo -serve

build: bin/zhongfu bin/deptsim ## bin/zhongfu with the web front end inside, and the department simulator of the demonstration

bin/zhongfu: $(GO_SOURCES) web/dist/index.html go.mod go.sum
	@mkdir -p bin
	go build -trimpath -ldflags '$(LDFLAGS)' -o bin/zhongfu ./cmd/zhongfu

bin/deptsim: $(GO_SOURCES) go.mod go.sum ## the department simulator, docs/deptsim.md
	@mkdir -p bin
	go build -trimpath -ldflags '-s -w' -o bin/deptsim ./cmd/deptsim

web/dist/index.html: $(WEB_SOURCES) web/node_modules/.installed
	cd web && npm run --silent build

web/node_modules/.installed: web/package.json web/package-lock.json
	cd web && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

postgres:                  ## PostgreSQL programs: the machine's, or brought by npm into .data/pgsql
	@scripts/postgres.sh

browser:                   ## Chromium and Chinese fonts for the browser tests
	@scripts/browser.sh

test: build postgres browser ## all tests, browser ones included
	@scripts/test.sh

test-go: postgres
	go test -vet=all ./...

test-web: web/node_modules/.installed
	cd web && npm run --silent check

test-browser: build postgres browser
	cd web && npm run --silent e2e

bench: build postgres      ## benchmarks against baselines measured in the same run; writes docs/performance.md
	bin/zhongfu bench -out docs/performance.md

faults: build postgres     ## every fault on, the program killed, PostgreSQL restarted, and the books compared; writes docs/faults.md
	go build -trimpath -o bin/faultrun ./cmd/faultrun
	bin/faultrun -out docs/faults.md

generate:                  ## SQL → Go (sqlc), OpenAPI → TypeScript
	@scripts/generate.sh

shots: build postgres browser ## pictures for the README
	@scripts/shots.sh

stop-test-database:        ## stop the cluster that the Go tests share
	@scripts/stop-test-database.sh

clean:
	rm -rf bin web/dist/assets web/dist/index.html
