using CsCheck;
using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Model;
using static SecretsAudit.Engine.Tests.Estates;

namespace SecretsAudit.Engine.Tests.Rules;

/// <summary>Fixes carry the real names, and no name can leave its place in them.</summary>
public sealed class FixTests(SharedPack shared) : IClassFixture<SharedPack>, IDisposable
{
    private const string More = """
        fix:
          cli: aws secretsmanager tag-resource --secret-id {secret.Name} --tags Key=owner,Value=TEAM
          terraform: |
            resource "aws_secretsmanager_secret" "this" {{
              name = {secret.Name}
            }}
          cloudformation: "Name: {secret.Description}"
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_fix_is_filled_in_for_each_language()
    {
        var fix = (await FindAsync(Secret("prod/orders/db"))).Fix!;

        Assert.Equal("aws secretsmanager tag-resource --secret-id prod/orders/db --tags Key=owner,Value=TEAM", fix.Cli);
        Assert.Equal("resource \"aws_secretsmanager_secret\" \"this\" {\n  name = \"prod/orders/db\"\n}", fix.Terraform);
        Assert.Equal("Name: \"A password\"", fix.CloudFormation);
    }

    [Fact]
    public async Task A_fix_that_lacks_a_name_is_left_out_and_the_others_stay()
    {
        var fix = (await FindAsync(Secret() with { Description = Denied<string>() })).Fix!;

        Assert.Null(fix.CloudFormation);
        Assert.NotNull(fix.Cli);
    }

    [Theory]
    [InlineData("a b", "'a b'")]
    [InlineData("$(reboot)", "'$(reboot)'")]
    [InlineData("`reboot`", "'`reboot`'")]
    [InlineData("a'; reboot; '", @"'a'\''; reboot; '\'''")]
    [InlineData(@"a""b\c", @"'a""b\c'")]
    [InlineData("", "''")]
    [InlineData("--profile", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("a\nreboot", null)]
    [InlineData("a\u001b[31m", null)]
    [InlineData("a\u202eb", null)]
    public void A_name_is_one_word_of_a_shell_or_nothing(string name, string? word) => Assert.Equal(word, FixText.Quote(name, FixLanguage.Cli));

    [Theory]
    [InlineData(@"a""b", @"""a\""b""")]
    [InlineData(@"${file(""x"")}", @"""$${file(\""x\"")}""")]
    [InlineData("%{ for x in y }", @"""%%{ for x in y }""")]
    [InlineData(@"a\", @"""a\\""")]
    public void A_name_is_one_text_of_Terraform(string name, string text) => Assert.Equal(text, FixText.Quote(name, FixLanguage.Terraform));

    [Theory]
    [InlineData(@"a""b", @"""a\""b""")]
    [InlineData("a: b # c", @"""a: b # c""")]
    [InlineData("{{resolve:secretsmanager:other}}", null)]
    public void A_name_is_one_text_of_CloudFormation_and_never_a_reference(string name, string? text) => Assert.Equal(text, FixText.Quote(name, FixLanguage.CloudFormation));

    [Fact]
    public void Whatever_a_name_holds_a_shell_reads_it_as_one_word_and_as_itself() => Gen.String[Gen.Char[' ', '~'], 0, 40].Sample(name =>
        FixText.Quote(name, FixLanguage.Cli) is not { } word || Unquoted(word) == name);

    [Fact]
    public void Every_line_of_a_shipped_command_calls_the_AWS_CLI_in_the_resources_region() => Assert.All(
        shared.Pack.Rules.SelectMany(rule => rule.Body.Fixes).Where(fix => fix.Language == FixLanguage.Cli),
        fix => Assert.All(string.Concat(fix.Template.Parts.Select(part => part.Literal ?? "HOLE")).Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
        {
            Assert.StartsWith("aws ", line, StringComparison.Ordinal);
            Assert.Contains("--region HOLE", line, StringComparison.Ordinal);
        }));

    public void Dispose() => _folder.Dispose();

    private async Task<Finding> FindAsync(Secret secret)
    {
        using var pack = RuleYaml.Pack(_folder, "'true'", More);
        return Assert.Single((await AuditEngine.RunAsync(Source(secret), pack, new() { AsOf = Now }, CancellationToken.None)).Findings);
    }

    // How a POSIX shell reads one word of plain characters, single quotes and backslashes; null when it would not be one word.
    // https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
    private static string? Unquoted(string word)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == '\'')
            {
                var end = word.IndexOf('\'', i + 1);
                if (end < 0)
                    return null;

                text.Append(word, i + 1, end - i - 1);
                i = end;
            }
            else if (word[i] == '\\')
            {
                text.Append(word[++i]);
            }
            else if (" \t\n|&;<>()$`\"*?[#~=!{}".Contains(word[i]))
            {
                return null;
            }
            else
            {
                text.Append(word[i]);
            }
        }

        return text.ToString();
    }
}
