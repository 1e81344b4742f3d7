using System.Text.Json;
using System.Text.RegularExpressions;

namespace SecretsAudit.EndToEnd.Tests.Fixes;

/// <summary>The form of every shipped fix, those included that no template can show the effect of.</summary>
public sealed partial class FixFormTests : IDisposable
{
    // Resources that a fix may state in part: the rest is the present one's, above all values.
    private static readonly string[] InPart = ["aws_ssm_parameter", "AWS::SSM::Parameter", "AWS::KMS::Key"];

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task A_rule_has_a_fix_in_every_language_or_says_why_not()
    {
        foreach (var rule in await RuleFixes.ReadAsync(_tool))
        {
            foreach (var (language, word) in (ReadOnlySpan<(string, string)>)[("cli", "command"), ("terraform", "Terraform"), ("cloudformation", "CloudFormation")])
                Assert.True(rule.Texts.ContainsKey(language) || rule.Remediation.Contains(word, StringComparison.Ordinal), $"{rule.Name} has no fix in {language} and does not say why");
        }
    }

    [Fact]
    public async Task Terraform_changes_are_well_formed_and_name_arguments_that_the_provider_has()
    {
        var blocks = (await TextsAsync("terraform")).SelectMany(text => HclReader.Read(text).Blocks).ToList();

        Assert.All(blocks, block => Assert.Contains(block.Type, (string[])["resource", "variable", "removed"]));
        Assert.Empty(blocks.Where(block => block.Type == "resource").SelectMany(block => Wrong(block.Labels[0], block)));
    }

    [Fact]
    public async Task CloudFormation_changes_are_templates_with_properties_that_their_types_have() => Assert.Empty(
        (await TextsAsync("cloudformation")).SelectMany(CloudFormationStack.Read).SelectMany(resource =>
        {
            var type = (string)((Dictionary<object, object>)resource.Value)["Type"];
            return FixVocabulary.Wrong(FixVocabulary.CloudFormation, type, [.. CloudFormationStack.Properties(resource.Value).Keys.Cast<string>()])
                .Where(wrong => !(InPart.Contains(type) && wrong.Contains(" lacks ", StringComparison.Ordinal)));
        }));

    [Theory]
    [InlineData("a\"\n}\nresource \"aws_iam_user\" \"intruder\" {\n  name = \"x", false)]
    [InlineData("${file(\"/etc/passwd\")}", true)]
    [InlineData("%{ for x in [1] }x%{ endfor }", true)]
    [InlineData("$${a} %%{b} $$${c} \\", true)]
    [InlineData("a\" # b: [c] {d} 'e' & *f !g |", true)]
    public async Task A_hostile_name_stays_one_text_of_both_languages_or_there_is_no_change(string name, bool isWritten)
    {
        await File.WriteAllTextAsync(_tool.InFolder("template.json"), JsonSerializer.Serialize(new { Resources = new { S = new { Type = "AWS::SecretsManager::Secret", Properties = new { Name = name } } } }));

        var ended = await _tool.RunAsync("audit", "--source", "template.json", "--enable", "aws-managed-key", "--format", "json");

        Assert.True(ended.ExitCode is 0 or 1, ended.Output + ended.Error);
        using var json = JsonDocument.Parse(_tool.Read("secretsaudit-report/report.json"));
        var finding = json.RootElement.GetProperty("result").GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("ruleName").GetString() == "aws-managed-key");
        Assert.Equal(isWritten, finding.TryGetProperty("fix", out var fix));
        if (!isWritten)
            return;

        var block = Assert.Single(HclReader.Read(fix.GetProperty("terraform").GetString()!).Blocks);
        Assert.Equal(name, block.Attributes["name"]);
        var resource = Assert.Single(CloudFormationStack.Read(fix.GetProperty("cloudFormation").GetString()!));
        Assert.Equal(name, CloudFormationStack.Properties(resource.Value)["Name"]);
    }

    private static IEnumerable<string> Wrong(string type, HclBlock block) =>
    [
        .. FixVocabulary.Wrong(FixVocabulary.Terraform, type, [.. block.Attributes.Keys, .. block.Blocks.Select(inner => inner.Type).Distinct()])
            .Where(wrong => !(InPart.Contains(type) && wrong.Contains(" lacks ", StringComparison.Ordinal))),
        .. block.Blocks.SelectMany(inner => Wrong($"{type}.{inner.Type}", inner)),
    ];

    // The texts with a word in each hole, and braces as the language has them.
    private async Task<List<string>> TextsAsync(string language)
    {
        var texts = (await RuleFixes.ReadAsync(_tool)).Where(rule => rule.Texts.ContainsKey(language))
            .Select(rule => Holes().Replace(rule.Texts[language], part => part.Value switch { "{{" => "{", "}}" => "}", _ => "\"word\"" })).ToList();
        Assert.NotEmpty(texts);
        return texts;
    }

    [GeneratedRegex(@"\{\{|\}\}|\{[^{}]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Holes();
}
