namespace SecretsAudit.Engine.Tests.Rules;

/// <summary>A wrong rule is an error with the file, the line, the column, and where possible a guess.</summary>
public sealed class RuleErrorTests
{
    private const string Good = """
        id: SAUD1900
        name: sample
        title: A sample
        severity: low
        description: A sample.
        parameters:
          grace: { type: duration, default: 24h, max: 30d }
        when: secret.Rotation.Enabled
        fail: secret.Rotation.Next + grace < now
        message: "Due {secret.Rotation.Next:u}."
        evidence:
          - NextRotationDate: secret.Rotation.Next
        remediation: None.
        tests:
          - { name: passes, secret: { Rotation: { Next: now } }, expect: pass }
          - { name: fails, expect: fail }
          - { name: unknown, expect: not-evaluated }
        """;

    [Fact]
    public void A_good_rule_has_no_errors() => Assert.Empty(RuleYaml.ErrorsOfFile(Good));

    [Theory]
    [InlineData("severity: low", "sevrity: low", "(4,1): error: Unknown key 'sevrity'. Did you mean 'severity'?")]
    [InlineData("severity: low", "severity: hihg", "(4,11): error: 'hihg' is no severity. Did you mean 'high'?")]
    [InlineData("severity: low", "severity: [low]", "(4,11): error: 'severity' must be a text, not a list.")]
    [InlineData("id: SAUD1900", "id: SAUD9", "(1,5): error: 'SAUD9' has the wrong form. An id is SAUD1 and three digits: SAUD1003.")]
    [InlineData("id: SAUD1900", "id: SAUD3001", "(1,5): error: 'SAUD3001' has the wrong form. An id is SAUD1 and three digits: SAUD1003.")]
    [InlineData("name: sample", "name: other", "(2,7): error: The rule is called 'other' and its file 'sample.yaml'. Give both the same name.")]
    [InlineData("title: A sample", "title: ''", "(3,8): error: 'title' is empty.")]
    [InlineData("title: A sample\n", "", "(1,1): error: 'title' is missing.")]
    [InlineData("type: duration", "type: durration", "(7,18): error: 'durration' is no parameter type. Did you mean 'duration'?")]
    [InlineData("default: 24h", "default: 24", "(7,37): error: The value must be a duration such as 90d or 24h.")]
    [InlineData("default: 24h", "default: 31d", "(7,37): error: The default must be at most 30d.")]
    [InlineData("default: 24h, ", "", "(7,10): error: 'default' is missing.")]
    [InlineData("secret.Rotation.Enabled", "secret.Rotation.Enabeld", "(8,23): error: 'secret.Rotation' has no 'Enabeld'. Did you mean 'Enabled'?")]
    [InlineData("secret.Rotation.Enabled", "secrets.Rotation.Enabled", "(8,7): error: 'secrets' is unknown here. Did you mean 'secret'?")]
    [InlineData("+ grace", "+ grce", "(9,30): error: 'grce' is unknown here. Did you mean 'grace'?")]
    [InlineData("+ grace < now", "+ grace", "(9,7): error: The condition must be true or false. Cannot implicitly convert type 'SecretsAudit.Model.Fact<System.DateTimeOffset>' to 'SecretsAudit.Model.Truth'.")]
    [InlineData("+ grace < now", "+ grace <", "(9,37): error: This is not one whole expression: Expected expression.")]
    [InlineData("secret.Rotation.Next + grace < now", "\"secret.Rotation.Next < now ? true : false\"", "(9,8): error: 'secret.Rotation.Next < now ? true : fals…' is not allowed in a rule. A choice would treat an unknown as a no. Use && and ||.")]
    [InlineData("+ grace < now", "== null", "(9,31): error: 'null' is not allowed in a rule. Use .IsAbsent().")]
    [InlineData("secret.Rotation.Next + grace < now", "secret.Rotation.Next.IsAbsent", "(9,7): error: IsAbsent would treat an unknown as a no. Write .IsAbsent(), which stays unknown.")]
    [InlineData("secret.Rotation.Next + grace < now", "secret.Usage.Reads > 1", "(1,5): error: 'needs' does not name exactly the reads that the rule's facts come from. Write needs: [description, usage].")]
    [InlineData("parameters:", "needs: [usge]\nparameters:", "(6,9): error: 'usge' is no need. Did you mean 'usage'?")]
    [InlineData("{secret.Rotation.Next:u}", "{secret.Rotation.Nxt:u}", "(10,32): error: 'secret.Rotation' has no 'Nxt'. Did you mean 'Next'?")]
    [InlineData("{secret.Rotation.Next:u}", "{secret.Rotation.Next:yyyy}", "(10,10): error: 'yyyy' is no format. Known formats: u, d, 0, 0.0, 0.00.")]
    [InlineData("{secret.Rotation.Next:u}", "{secret", "(10,10): error: A brace in the message has no partner. Write {{ or }} for a brace itself.")]
    [InlineData("NextRotationDate: secret.Rotation.Next", "NextRotationDate: secret.Rotation.Last", "(12,39): error: 'secret.Rotation' has no 'Last'. It has: AfterDays, Enabled, FunctionArn, FunctionName, FunctionRegion, Interval, Next, Schedule, Window.")]
    [InlineData("expect: fail", "expect: fial", "(16,28): error: 'fial' is no expectation. Did you mean 'fail'?")]
    [InlineData("{ name: fails, expect: fail }", "{ name: fails, expect: pass }", "(1,1): error: No test expects 'fail'. A rule shows one case that passes, one that fails and one that cannot be told.")]
    [InlineData("  - { name: unknown, expect: not-evaluated }", "", "(1,1): error: No test expects 'not-evaluated'. A rule shows one case that passes, one that fails and one that cannot be told.")]
    [InlineData("name: fails", "name: passes", "(16,5): error: Two tests are called 'passes'.")]
    [InlineData("Next: now", "Nxt: now", "(15,43): error: Unknown key 'Nxt'. Did you mean 'Next'?")]
    [InlineData("Next: now", "Next: tomorrow", "(15,49): error: 'Next' has a value of the wrong kind. Write 2026-01-15, 2026-01-15T12:00:00Z or now-90d.")]
    [InlineData("name: fails,", "name: fails, parameters: { grce: 1h },", "(16,34): error: The rule has no parameter 'grce'. Did you mean 'grace'?")]
    public void A_mistake_is_told_with_its_place(string right, string wrong, string error)
    {
        var errors = RuleYaml.ErrorsOfFile(Good.Replace(right, wrong, StringComparison.Ordinal)).Select(found => found.ToString()).ToList();

        Assert.True(errors.Contains("rules/x/sample.yaml" + error), string.Join('\n', errors));
    }

    [Fact]
    public void All_mistakes_of_a_file_are_told_at_once() => Assert.Equal(3, RuleYaml.ErrorsOfFile(
        Good.Replace("severity: low", "severity: hihg", StringComparison.Ordinal)
            .Replace("title:", "titel:", StringComparison.Ordinal)).Count);

    [Fact]
    public void A_rule_that_is_no_mapping_is_an_error() =>
        Assert.Equal("rules/x/sample.yaml(1,1): error: A rule is a mapping, not a list.", Assert.Single(RuleYaml.ErrorsOfFile("- a")).ToString());
}
