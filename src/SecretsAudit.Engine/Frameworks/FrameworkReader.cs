using SecretsAudit.Engine.Rules;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Frameworks;

/// <summary>Reads a framework. Its controls and the rules' own lists of controls must agree, so that neither can be forgotten.</summary>
internal static class FrameworkReader
{
    public static Framework? Read(string file, string text, ErrorList errors)
    {
        if (YamlDocument.Read(file, text, errors) is not { } node)
            return null;

        if (node is not YamlMap map)
        {
            errors.Add(node.At, $"A framework is a mapping, not {node.Kind}.");
            return null;
        }

        var reader = new MapReader(map, errors);
        var (id, name, source) = (reader.Text("id"), reader.Text("name"), reader.Text("source"));
        if (id.Value.Length > 0 && Path.GetFileNameWithoutExtension(file) != id.Value)
            errors.Add(id.At, $"The framework is called '{id.Value}' and its file '{Path.GetFileName(file)}'.", "Give both the same name.");

        if (!Uri.TryCreate(source.Value, UriKind.Absolute, out var page) || page.Scheme != Uri.UriSchemeHttps)
            errors.Add(source.At, "'source' must be an https address.");

        var controls = (reader.OptionalList("controls")?.Items ?? []).Select(item => ReadControl(item, errors)).OfType<FrameworkControl>().ToList();
        reader.Finish();
        foreach (var twice in controls.GroupBy(control => control.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            errors.Add(twice.Last().At, $"The control '{twice.Key}' is here twice.");

        return new() { Id = id.Value, Name = name.Value, Source = page ?? new("https://example.com"), Controls = controls };
    }

    /// <summary>Reports controls that name a rule which does not exist, and rules that name a control which does not.</summary>
    public static void Check(IReadOnlyList<Framework> frameworks, IReadOnlyList<Rule> rules, ErrorList errors)
    {
        foreach (var twice in frameworks.GroupBy(framework => framework.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            errors.Add(twice.Last().Controls is [var control, ..] ? control.At : new(twice.Key, 1, 1), $"There are two frameworks '{twice.Key}'.");

        var names = rules.Select(rule => rule.Descriptor.Name).ToList();
        foreach (var control in frameworks.SelectMany(framework => framework.Controls))
        {
            foreach (var name in control.Rules.Where(name => !names.Contains(name, StringComparer.Ordinal)))
                errors.Add(control.At, $"There is no rule '{name}'.", Spelling.DidYouMean(name, names));
        }

        foreach (var rule in rules)
        {
            foreach (var (id, listed) in rule.Descriptor.Controls)
            {
                if (frameworks.FirstOrDefault(framework => framework.Id == id) is not { } framework)
                    continue;

                foreach (var control in listed.Where(control => !framework.Controls.Any(known => known.Id == control)))
                    errors.Add(rule.At, $"{framework.Name} has no control '{control}' in its file.", Spelling.DidYouMean(control, framework.Controls.Select(known => known.Id)));
            }
        }
    }

    private static FrameworkControl? ReadControl(YamlNode node, ErrorList errors)
    {
        if (node is not YamlMap map)
        {
            errors.Add(node.At, $"A control is a mapping, not {node.Kind}.");
            return null;
        }

        var reader = new MapReader(map, errors);
        var control = new FrameworkControl
        {
            Id = reader.Text("id").Value,
            Title = reader.Text("title").Value.Trim(),
            Rules = [.. reader.Texts("rules").Select(rule => rule.Value)],
            Manual = reader.OptionalText("manual")?.Value.Trim(),
            At = map.At,
        };
        reader.Finish();
        if (control.Rules.Count == 0 && control.Manual is null)
            errors.Add(map.At, $"The control '{control.Id}' has neither rules nor a reason why it has none.", "Write rules: [...] or manual: why no machine can check it.");

        return control;
    }
}
