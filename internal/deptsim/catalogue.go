package deptsim

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/goccy/go-yaml"

	"zhongfu/internal/exchange"
)

// ReadSources reads what a department has to know of the catalogue: the ways, the batches, the classes and their fields, of
// every *.yaml of a folder. It checks no more than that: whether the catalogue is sound is the platform's to say.
func ReadSources(fsys fs.FS) ([]exchange.Source, error) {
	files, err := fs.Glob(fsys, "*.yaml")
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, errors.New("deptsim: 来源目录里没有 .yaml 文件")
	}
	var out []exchange.Source
	for _, file := range files {
		raw, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, err
		}
		var in sourceFile
		if err := yaml.Unmarshal(raw, &in); err != nil {
			return nil, fmt.Errorf("deptsim: %s: %w", file, err)
		}
		s, err := in.source()
		if err != nil {
			return nil, fmt.Errorf("deptsim: %s: %w", file, err)
		}
		out = append(out, s)
	}
	return out, nil
}

type sourceFile struct {
	ID        string `yaml:"id"`
	Name      string `yaml:"name"`
	Transport struct {
		Kind   exchange.Kind `yaml:"kind"`
		Format string        `yaml:"format"`
		Folder string        `yaml:"folder"`
		TLS    bool          `yaml:"tls"`
	} `yaml:"transport"`
	Service struct {
		Batch int `yaml:"batch"`
	} `yaml:"service"`
	Classes []struct {
		ID     string `yaml:"id"`
		Name   string `yaml:"name"`
		Fields []struct {
			Key      string             `yaml:"key"`
			Name     string             `yaml:"name"`
			Type     exchange.FieldType `yaml:"type"`
			Required bool               `yaml:"required"`
			Options  []struct {
				Code  string `yaml:"code"`
				Label string `yaml:"label"`
			} `yaml:"options"`
		} `yaml:"fields"`
	} `yaml:"classes"`
}

func (f *sourceFile) source() (exchange.Source, error) {
	out := exchange.Source{ID: f.ID, Name: f.Name, Service: exchange.Service{Batch: f.Service.Batch},
		Transport: exchange.Transport{Kind: f.Transport.Kind, Format: f.Transport.Format, Folder: f.Transport.Folder, TLS: f.Transport.TLS}}
	switch f.Transport.Kind {
	case exchange.HTTP, exchange.Callback, exchange.Desk:
	case exchange.File:
		if f.Transport.Folder == "" {
			return out, errors.New("缺少 transport.folder")
		}
	default:
		return out, fmt.Errorf("transport.kind %q 不认识", f.Transport.Kind)
	}
	if f.ID == "" || len(f.Classes) == 0 {
		return out, errors.New("缺少 id 或 classes")
	}
	for _, c := range f.Classes {
		class := exchange.Class{ID: c.ID, Name: c.Name}
		for _, x := range c.Fields {
			field := exchange.Field{Key: x.Key, Name: x.Name, Type: x.Type, Required: x.Required}
			for _, o := range x.Options {
				field.Options = append(field.Options, exchange.Option{Code: o.Code, Label: o.Label})
			}
			class.Fields = append(class.Fields, field)
		}
		out.Classes = append(out.Classes, class)
	}
	return out, nil
}
