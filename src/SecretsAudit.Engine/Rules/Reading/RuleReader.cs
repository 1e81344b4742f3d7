using System.Text.RegularExpressions;
using SecretsAudit.Engine.Rules.Testing;
using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules.Reading;

/// <summary>Reads one rule from its file. Everything that is wrong is reported with its place; nothing is guessed.</summary>
internal sealed partial class RuleReader(string file, string category, string text, ErrorList errors)
{
    private const int LongestLine = 300;

    /// <summary>The rule; null, and errors in the list, when the file holds none.</summary>
    public Rule? Read()
    {
        switch (YamlDocument.Read(file, text, errors))
        {
            case YamlMap map:
                return Read(map);
            case { } other:
                errors.Add(other.At, $"A rule is a mapping, not {other.Kind}.");
                return null;
            default:
                return null;
        }
    }

    private Rule Read(YamlMap map)
    {
        var reader = new MapReader(map, errors);
        var id = reader.Text("id");
        var descriptor = ReadDescriptor(reader, id);
        var enabled = reader.OptionalText("enabled");
        var resource = reader.OptionalText("resource") is { } kind ? Choice<RuleResource>(kind, "resource") : RuleResource.Secret;
        var grace = ReadGrace(reader.OptionalText("grace"));
        var needs = NeedsReader.Read(reader.Texts("needs"), resource, errors);
        var parameters = ParameterReader.Read(reader.OptionalMap("parameters"), errors);
        var when = reader.OptionalText("when");
        var fail = reader.Text("fail");
        var message = MessageTemplate.Parse(reader.Text("message"), errors);
        var evidence = ReadEvidence(reader);
        var fixes = ReadFixes(reader.OptionalMap("fix"));
        var tests = new TestReader(parameters, resource, errors).Read(reader.OptionalMap("given"), reader.OptionalList("tests"));
        reader.Finish();
        RequireTests(tests, reader.At);

        var body = new RuleBody
        {
            When = when is null ? null : new(when.Value, when),
            Fail = new(fail.Value, fail),
            Message = message,
            Evidence = evidence,
            Fixes = fixes,
            Tests = tests,
            FileText = text,
        };
        return new(() => body)
        {
            Descriptor = descriptor,
            At = id.At,
            Resource = resource,
            Grace = grace,
            EnabledByDefault = enabled is null ? descriptor.Deprecated is null : ReadBool(enabled),
            Needs = needs.Needs,
            NeedsFleet = needs.Fleet,
            Parameters = parameters,
            WhenText = when?.Value,
            FailText = fail.Value,
            TestCount = tests.Count,
        };
    }

    private RuleDescriptor ReadDescriptor(MapReader reader, YamlText id)
    {
        var name = reader.Text("name");
        Require(id, IdShape(), "An id is SAUD1 and three digits: SAUD1003.");
        Require(name, NameShape(), "A name is lower-case words joined by hyphens: rotation-overdue.");
        if (Path.GetFileNameWithoutExtension(file) != name.Value)
            errors.Add(name.At, $"The rule is called '{name.Value}' and its file '{Path.GetFileName(file)}'.", "Give both the same name.");

        var title = reader.Text("title");
        if (title.Value.Length > LongestLine || title.Value.Contains('\n'))
            errors.Add(title.At, $"A title is one line of at most {LongestLine} characters.");

        return new()
        {
            Id = id.Value,
            Name = name.Value,
            Title = title.Value,
            Description = reader.Text("description").Value.Trim(),
            Severity = Choice<Severity>(reader.Text("severity"), "severity"),
            Category = category,
            Remediation = reader.Text("remediation").Value.Trim(),
            Controls = ReadControls(reader.OptionalMap("controls")),
            Peers = ReadPeers(reader.Texts("peers")),
            Aliases = reader.Texts("aliases") is { Count: > 0 } aliases ? [.. aliases.Select(alias => alias.Value)] : null,
            Deprecated = reader.OptionalMap("deprecated") is { } deprecated ? ReadDeprecation(deprecated) : null,
            HelpUri = reader.OptionalText("help") is { } help ? ReadUri(help) : null,
            Precision = reader.OptionalText("precision") is { } precision ? Choice<Confidence>(precision, "precision") : Confidence.High,
        };
    }

    private Dictionary<string, IReadOnlyList<string>> ReadControls(YamlMap? map)
    {
        var controls = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var entry in map?.Entries ?? [])
        {
            Require(entry.Key, NameOrVersionShape(), "A framework's id is lower case: pci-dss-4.0.1.");
            if (entry.Value is YamlList list)
                controls[entry.Key.Value] = [.. MapReader.TextsOf(list, errors).Select(control => control.Value)];
            else
                errors.Add(entry.Value.At, $"The controls of '{entry.Key.Value}' must be a list, not {entry.Value.Kind}.");
        }

        return controls;
    }

    private List<RuleEvidence> ReadEvidence(MapReader reader)
    {
        var evidence = new List<RuleEvidence>();
        foreach (var item in reader.OptionalList("evidence")?.Items ?? [])
        {
            if (item is YamlText expression)
                evidence.Add(new(LabelOf(expression.Value), new(expression.Value, expression)));
            else if (item is YamlMap { Entries: [{ Value: YamlText labelled } entry] })
                evidence.Add(new(entry.Key.Value, new(labelled.Value, labelled)));
            else
                errors.Add(item.At, "A line of evidence is an expression, or a label with an expression.");
        }

        if (evidence.Count == 0)
            errors.Add(reader.At, "'evidence' is missing: a finding must say what it rests on.");

        return evidence;
    }

    private static string LabelOf(string expression)
    {
        var word = Enum.GetValues<RuleResource>().Select(resource => resource.Word() + ".").FirstOrDefault(word => expression.StartsWith(word, StringComparison.Ordinal));
        return word is null ? expression : expression[word.Length..];
    }

    private TimeSpan ReadGrace(YamlText? value)
    {
        if (value is null)
            return TimeSpan.Zero;

        if (!Durations.TryParse(value.Value, out var grace))
            errors.Add(value.At, $"'{value.Value}' is no duration.", "Write 7d or 12h.");

        return grace;
    }

    private List<RuleFix> ReadFixes(YamlMap? map)
    {
        var fixes = new List<RuleFix>();
        if (map is null)
            return fixes;

        var reader = new MapReader(map, errors);
        foreach (var (language, key) in (ReadOnlySpan<(FixLanguage, string)>)
                 [(FixLanguage.Cli, "cli"), (FixLanguage.Terraform, "terraform"), (FixLanguage.CloudFormation, "cloudformation")])
        {
            if (reader.OptionalText(key) is { } text)
                fixes.Add(new(language, MessageTemplate.Parse(text, errors)));
        }

        reader.Finish();
        return fixes;
    }

    private List<string>? ReadPeers(IReadOnlyList<YamlText> peers)
    {
        foreach (var peer in peers)
            Require(peer, PeerShape(), "A peer's check is written as tool:check: prowler:secretsmanager_secret_unused.");

        return peers.Count == 0 ? null : [.. peers.Select(peer => peer.Value)];
    }

    private RuleDeprecation ReadDeprecation(YamlMap map)
    {
        var reader = new MapReader(map, errors);
        var deprecation = new RuleDeprecation(reader.Text("since").Value, reader.OptionalText("replacedBy")?.Value, reader.Text("reason").Value);
        reader.Finish();
        return deprecation;
    }

    private void RequireTests(List<RuleTest> tests, DocumentPosition at)
    {
        foreach (var (expectation, word) in (ReadOnlySpan<(RuleExpectation, string)>)
                 [(RuleExpectation.Pass, "pass"), (RuleExpectation.Fail, "fail"), (RuleExpectation.NotEvaluated, "not-evaluated")])
        {
            if (tests.TrueForAll(test => test.Expect != expectation))
                errors.Add(at, $"No test expects '{word}'.", "A rule shows one case that passes, one that fails and one that cannot be told.");
        }
    }

    private bool ReadBool(YamlText value)
    {
        if (value.Value is not ("true" or "false"))
            errors.Add(value.At, $"'{value.Value}' must be true or false.");

        return value.Value == "true";
    }

    private Uri? ReadUri(YamlText value)
    {
        if (Uri.TryCreate(value.Value, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps)
            return uri;

        errors.Add(value.At, "'help' must be an https address.");
        return null;
    }

    private T Choice<T>(YamlText value, string key)
        where T : struct, Enum
        => WordReader.Choice<T>(value, key, errors);

    private void Require(YamlText value, Regex shape, string hint)
    {
        if (value.Value.Length > 0 && !shape.IsMatch(value.Value))
            errors.Add(value.At, $"'{value.Value}' has the wrong form.", hint);
    }

    [GeneratedRegex(@"\ASAUD1[0-9]{3}\z", RegexOptions.NonBacktracking)]
    private static partial Regex IdShape();

    [GeneratedRegex(@"\A(prowler|securityhub|config|checkov|custodian|kics|steampipe|trivy):[A-Za-z0-9_.\-]{1,100}\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PeerShape();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NameShape();

    [GeneratedRegex(@"\A[a-z0-9]+([-.][a-z0-9]+)*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NameOrVersionShape();
}
