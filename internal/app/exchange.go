package app

import (
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"slices"

	"zhongfu/catalogue"
	"zhongfu/internal/exchange"
	"zhongfu/internal/exchange/transport"
	"zhongfu/internal/job"
	"zhongfu/internal/liveness"
	"zhongfu/internal/verification"
)

// OpenCatalogue reads the catalogue of the program with the sources and addresses of the installation. A fault says where it is.
func OpenCatalogue(folder, endpoints string) (*exchange.Catalogue, error) {
	var more []fs.FS
	if folder != "" {
		more = append(more, os.DirFS(folder))
	}
	c, err := exchange.Load(catalogue.FS, more...)
	if err != nil || endpoints == "" {
		return c, err
	}
	e, err := exchange.OpenEndpoints(endpoints)
	if err != nil {
		return nil, fmt.Errorf("接入配置 %s：%w", endpoints, err)
	}
	return c.With(e)
}

// openExchange reads what the installation says about sources.
func (a *App) openExchange() error {
	x := a.cfg.Exchange
	var err error
	if a.Catalogue, err = OpenCatalogue(x.Catalogue, x.Endpoints); err != nil {
		return err
	}
	a.exchangeKeys = exchange.Keys{}
	if x.Keys != "" {
		if a.exchangeKeys, err = exchange.OpenKeys(x.Keys, false); err != nil {
			return err
		}
	}
	return nil
}

// verification makes the engine with its ways to the sources.
func (a *App) verification(queue *job.Queue) *verification.Service {
	x, c := a.cfg.Exchange, a.cfg.Clock
	http, files := transport.NewHTTP(a.exchangeKeys, c), transport.NewFiles(x.Drop, a.exchangeKeys, c)
	carriers := map[exchange.Kind]exchange.Carrier{exchange.HTTP: http, exchange.Callback: http, exchange.File: files, exchange.Desk: transport.Desk{}}
	settings := verification.Settings{Callback: x.Callback, Inbox: files, Unusable: unusable(a.Catalogue, a.exchangeKeys, x)}
	if x.Endpoints != "" {
		for _, src := range a.Catalogue.Sources() {
			if why := settings.Unusable[src.ID]; why != "" && !src.Disabled {
				slog.Warn("exchange: a source cannot be asked", "source", src.ID, "why", why)
			}
		}
	}
	return verification.New(a.DB, a.Keys, c, a.Places, a.Catalogue, carriers, queue, settings)
}

// liveness makes the campaigns with their way to the provider, where the installation has one.
func (a *App) liveness(queue *job.Queue) (*liveness.Service, error) {
	x, settings := a.cfg.Exchange, liveness.Settings{}
	if x.Endpoints != "" {
		e, err := exchange.OpenEndpoints(x.Endpoints)
		if err != nil {
			return nil, err
		}
		to, err := e.Liveness()
		if err != nil {
			return nil, fmt.Errorf("接入配置 %s：%w", x.Endpoints, err)
		}
		if _, key := a.exchangeKeys[exchange.Liveness]; to != nil && key {
			settings.Provider = transport.NewLiveness(transport.NewHTTP(a.exchangeKeys, a.cfg.Clock), to)
		} else if to != nil {
			slog.Warn("exchange: the provider of liveness cannot be asked: its key is missing")
		}
		if x.Callback != "" {
			settings.Callback = x.Callback + "/" + exchange.Liveness
		}
	}
	return liveness.New(a.DB, a.Keys, a.cfg.Clock, a.Places, a.Library, queue, settings), nil
}

// unusable says why sources cannot be asked, in the words of the report.
func unusable(c *exchange.Catalogue, keys exchange.Keys, x Exchange) map[string]string {
	out := map[string]string{}
	for _, src := range c.Sources() {
		_, key := keys[src.ID]
		switch kind := src.Transport.Kind; {
		case src.Disabled:
			out[src.ID] = "来源已停用"
		case kind == exchange.Desk:
		case !src.Configured() || !key || kind == exchange.File && x.Drop == "" || kind == exchange.Callback && x.Callback == "":
			out[src.ID] = "来源尚未接入"
		}
	}
	return out
}

// carried counts the sources that are asked by a program.
func carried(c *exchange.Catalogue) int {
	n := 0
	for _, src := range c.Sources() {
		if slices.Contains([]exchange.Kind{exchange.HTTP, exchange.Callback, exchange.File, exchange.Desk}, src.Transport.Kind) {
			n++
		}
	}
	return n
}
