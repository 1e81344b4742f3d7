using System.Text.RegularExpressions;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan.Tests;

/// <summary>What is told of a rule is of that rule: a weakness of its own, a way to mend it, a page.</summary>
public sealed partial class CodeRulesTests
{
    public static TheoryData<string> Ids => [.. CodeRules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_names_a_weakness_and_a_page_that_is_there(string id)
    {
        var rule = CodeRules.All.Single(rule => rule.Id == id);

        Assert.Matches(Number(), Assert.Single(rule.Controls["cwe"]));
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpUri!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SAUD2007", "rotate-secret")]
    [InlineData("SAUD2008", "caching client")]
    [InlineData("SAUD2009", "restore-secret")]
    [InlineData("SAUD2010", "FixedTimeEquals")]
    public void What_holds_no_credential_is_mended_in_its_own_way(string id, string mend)
    {
        var rule = CodeRules.All.Single(rule => rule.Id == id);

        Assert.Contains(mend, rule.Remediation, StringComparison.Ordinal);
        Assert.DoesNotContain("Take the", rule.Remediation, StringComparison.Ordinal);
        Assert.DoesNotContain(rule.Controls, control => control.Value.Contains("IA-5(7)"));
    }

    [Fact]
    public void What_holds_one_says_to_take_it_as_known() =>
        Assert.All(CodeRules.All.Where(rule => rule.Controls["cwe"][0] is "798" or "321"), rule => Assert.Contains("as known to others", rule.Remediation, StringComparison.Ordinal));

    [GeneratedRegex("^[0-9]{2,4}$")]
    private static partial Regex Number();
}
