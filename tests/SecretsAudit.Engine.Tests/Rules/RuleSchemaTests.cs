using System.Text.Json;
using SecretsAudit.Engine.Rules.Reading;
using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Tests.Rules;

/// <summary>The schema that editors use agrees with the rules and with the reader.</summary>
public sealed class RuleSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(ShippedRules.Directory, "rule.schema.json"))).RootElement;

    public static TheoryData<string> RuleFiles() => [.. ShippedRules.Files];

    [Theory]
    [MemberData(nameof(RuleFiles))]
    public void Every_shipped_rule_fits_the_schema(string file) =>
        Assert.Empty(Errors(File.ReadAllText(Path.Combine(ShippedRules.Directory, file))));

    [Theory]
    [InlineData("severity: high", "severity: hihg")]
    [InlineData("severity: high", "sevrity: high")]
    [InlineData("id: SAUD1003", "id: SAUD3003")]
    [InlineData("type: duration", "type: span")]
    [InlineData("Next: now+1d", "Nxt: now+1d")]
    [InlineData("expect: pass", "expect: passes")]
    [InlineData("help: https:", "help: http:")]
    [InlineData("fail: ", "fial: ")]
    public void The_schema_refuses_what_the_reader_refuses(string right, string wrong)
    {
        var text = File.ReadAllText(Path.Combine(ShippedRules.Directory, "rotation/rotation-overdue.yaml")).Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEmpty(Errors(text));
        Assert.NotEmpty(RuleYaml.ErrorsOfFile(text, "rules/rotation/rotation-overdue.yaml"));
    }

    [Fact]
    public void The_schema_knows_the_readers_words()
    {
        Assert.Equal(NeedsReader.Names.Order(), Enum("needs", "items"));
        Assert.Equal(System.Enum.GetNames<Severity>().Select(WordReader.Kebab).Order(), Enum("severity"));
        Assert.Equal(System.Enum.GetNames<Engine.Rules.RuleParameterType>().Select(WordReader.Kebab).Order(), Enum("parameters", "additionalProperties", "properties", "type"));
    }

    private static IReadOnlyList<string> Errors(string text)
    {
        var errors = new ErrorList();
        var node = YamlDocument.Read("rule.yaml", text, errors);
        errors.ThrowIfAny();
        return new JsonSchemaCheck(Schema).Errors(node!);
    }

    private static IEnumerable<string> Enum(params string[] path) =>
        path.Aggregate(Schema.GetProperty("properties"), (element, name) => element.GetProperty(name)).GetProperty("enum").EnumerateArray().Select(value => value.GetString()!).Order();
}
