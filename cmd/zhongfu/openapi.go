package main

import (
	"context"
	"fmt"
	"io"

	"zhongfu/internal/app"
)

// openapiCommand prints the API's description without a database: zhongfu openapi.
func openapiCommand(_ context.Context, _ []string, stdout, stderr io.Writer) int {
	b, err := app.OpenAPI(version)
	if err != nil {
		return fail(stderr, err)
	}
	fmt.Fprintln(stdout, string(b))
	return 0
}
