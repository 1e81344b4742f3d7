namespace SecretsAudit.Engine.Tests.Rules;

/// <summary>Attempts to get out of the rule language. It is a restriction of C#, no sandbox: what is not listed must not compile.</summary>
public sealed class EscapeTests
{
    [Theory]
    // Leaving the expression.
    [InlineData("true); } static Truth X() { return (true")]
    [InlineData("true)); } } public class Y { static int Z = ((1")]
    [InlineData("true; System.Environment.Exit(1)")]
    [InlineData("true // and the rest")]
    [InlineData("true /* inside */")]
    [InlineData("true\n#if false\n")]
    [InlineData("true\n#pragma warning disable\n")]
    [InlineData("true\n#line 1 \"x\"\n")]
    [InlineData("true\n#r \"System.Net.Http\"\n")]
    [InlineData("true, false")]
    [InlineData("")]
    [InlineData("(")]
    // Reaching the machine.
    [InlineData("System.IO.File.Exists(\"/etc/passwd\")")]
    [InlineData("System.IO.File.ReadAllText(\"/etc/passwd\") == \"\"")]
    [InlineData("global::System.IO.File.Exists(\"x\")")]
    [InlineData("System.Environment.GetEnvironmentVariable(\"AWS_SECRET_ACCESS_KEY\") == \"x\"")]
    [InlineData("System.Environment.Exit(3)")]
    [InlineData("Environment.FailFast(\"x\")")]
    [InlineData("System.Diagnostics.Process.Start(\"sh\") == secret")]
    [InlineData("Console.In.ReadLine() == \"x\"")]
    [InlineData("System.Net.Dns.GetHostName() == \"x\"")]
    [InlineData("DateTimeOffset.UtcNow > now")]
    [InlineData("DateTime.Now.Year > 2000")]
    [InlineData("GC.CollectionCount(0) > 1")]
    [InlineData("System.Threading.Thread.CurrentThread.IsAlive")]
    // Reflection and types.
    [InlineData("secret.GetType().Name == \"x\"")]
    [InlineData("secret.GetType().Assembly.Location == \"x\"")]
    [InlineData("typeof(string).Assembly == null")]
    [InlineData("typeof(SecretFacts).Name == \"x\"")]
    [InlineData("nameof(secret) == \"secret\"")]
    [InlineData("sizeof(int) == 4")]
    [InlineData("default(Truth)")]
    [InlineData("secret.Name.GetHashCode() == 1")]
    [InlineData("secret.ToString() == \"x\"")]
    [InlineData("secret.Equals(secret)")]
    [InlineData("object.ReferenceEquals(secret, secret)")]
    [InlineData("Equals(1, 1)")]
    [InlineData("now.ToString() == \"x\"")]
    [InlineData("((object)secret) == null")]
    [InlineData("(secret as object) == null")]
    [InlineData("secret is object")]
    [InlineData("secret is { } s")]
    [InlineData("((dynamic)secret).X")]
    [InlineData("(bool)(object)true")]
    // Making things.
    [InlineData("new System.Net.Http.HttpClient() == null")]
    [InlineData("new string('x', 1000000000) == \"\"")]
    [InlineData("new int[1000000000].Length > 0")]
    [InlineData("new { X = 1 }.X == 1")]
    [InlineData("new() == now")]
    [InlineData("stackalloc int[1000000].Length > 0")]
    [InlineData("(\"a\" + \"b\") == \"ab\"")]
    [InlineData("\"a\" + secret.Name == \"x\"")]
    [InlineData("string.Join(\"x\", \"y\") == \"\"")]
    [InlineData("\"x\".PadLeft(1000000000) == \"\"")]
    [InlineData("string.Concat(\"a\", \"b\") == \"ab\"")]
    [InlineData("$\"{secret}\" == \"x\"")]
    [InlineData("$\"{now,1000000000}\" == \"x\"")]
    [InlineData("\"a\"u8.Length == 1")]
    [InlineData("(1, 2).Item1 == 1")]
    [InlineData("Enumerable.Range(0, 1000000000).Count() > 0")]
    // Running on.
    [InlineData("((Func<bool>)(() => { while (true) { } }))()")]
    [InlineData("((Func<bool>)(() => true)).Invoke()")]
    [InlineData("new Func<bool>(delegate { return true; })()")]
    [InlineData("(from x in \"abc\" select x).Any()")]
    [InlineData("Fail(secret, now)")]
    [InlineData("Expressions.Fail(secret, now)")]
    [InlineData("true switch { true => true, _ => false }")]
    [InlineData("true ? true : false")]
    [InlineData("secret.Description ?? \"x\"")]
    [InlineData("secret?.Name == \"x\"")]
    [InlineData("throw new System.Exception()")]
    [InlineData("true || throw new System.Exception()")]
    [InlineData("await System.Threading.Tasks.Task.FromResult(true)")]
    [InlineData("checked(1 + 1) == 2")]
    // Changing things.
    [InlineData("now = now")]
    [InlineData("(now = DateTimeOffset.MinValue) < now")]
    [InlineData("now++ < now")]
    [InlineData("int.TryParse(\"1\", out var x)")]
    [InlineData("secret with { } == secret")]
    // Getting at what is inside.
    [InlineData("secret.Secret.Name == \"x\"")]
    [InlineData("secret._context == null")]
    [InlineData("this.When(secret)")]
    [InlineData("base.ToString() == \"x\"")]
    [InlineData("_now < now")]
    [InlineData("RuleText.Of(1, null) == \"1\"")]
    [InlineData("SecretsAudit.Engine.Rules.RulePack.Load(null, null) == null")]
    [InlineData("Truth.True")]
    [InlineData("Truth.Unknown(\"x\")")]
    [InlineData("secret.Replicas.ToString() == \"x\"")]
    [InlineData("secret.Usage.ReadersOutsideOf(null) == \"x\"")]
    [InlineData("secret.Access.GetHashCode() == 1")]
    [InlineData("secret.Access.Demands(new string[] { })")]
    [InlineData("IsLike(null, \"x\")")]
    [InlineData("FixText.Quote(\"x\", FixLanguage.Cli) == \"x\"")]
    [InlineData("((IResourceFacts)secret).Path == \"x\"")]
    [InlineData("key.IsCustomers")]
    [InlineData("parameter.Name == \"x\"")]
    [InlineData("account.IsRecorded")]
    // Passing by ignorance.
    [InlineData("secret.Name.Value == \"x\"")]
    [InlineData("secret.Name.IsKnown")]
    [InlineData("!secret.Description.IsAbsent")]
    [InlineData("secret.Name.IsUnknown")]
    [InlineData("secret.Name.State == FactState.Known")]
    [InlineData("secret.Description == secret.Name")]
    [InlineData("secret.Description != secret.Name")]
    [InlineData("secret.Name.Equals(secret.Name)")]
    [InlineData("secret.Name.Origin == null")]
    [InlineData("secret.Name.TryGetValue(out var v)")]
    [InlineData("secret.Name.Select(x => x.Length) > 1")]
    [InlineData("secret.Name.UnknownReason == null")]
    [InlineData("secret.Tags.HasAll(null)")]
    [InlineData("(secret.Name == \"a\") == (secret.Name == \"b\")")]
    [InlineData("(secret.Name == \"a\").IsTrue")]
    [InlineData("(secret.Name == \"a\").Reason == null")]
    // Culture, other numbers, other alphabets.
    [InlineData("\"a\".StartsWith(\"a\")")]
    [InlineData("\"a\".Length == 1")]
    [InlineData("1.5 > 1")]
    [InlineData("'a' == 'b'")]
    [InlineData("0x7FFFFFFFFFFFFFFF > 1")]
    [InlineData("sеcret.Name == \"x\"")]
    [InlineData("\\u0073ecret.GetType() == null")]
    [InlineData("@secret.GetType() == null")]
    public void What_is_not_listed_does_not_compile(string expression)
    {
        var errors = RuleYaml.ErrorsOf(expression);

        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.Equal("rules/x/sample.yaml", error.At.File));
    }

    [Fact]
    public void An_expression_has_a_length() =>
        Assert.Contains("at most 1000", Assert.Single(RuleYaml.ErrorsOf(string.Join(" || ", Enumerable.Repeat("secret.Name == \"x\"", 60)))).Message, StringComparison.Ordinal);

    [Fact]
    public void An_expression_has_a_depth() =>
        Assert.Contains("nested", Assert.Single(RuleYaml.ErrorsOf(new string('(', 60) + "true" + new string(')', 60))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_hole_in_a_message_is_guarded_as_a_condition_is() =>
        Assert.NotEmpty(RuleYaml.ErrorsOfFile(RuleYaml.Rule("true", message: "{secret.GetType()}")));

    [Fact]
    public void Evidence_is_guarded_as_a_condition_is() =>
        Assert.NotEmpty(RuleYaml.ErrorsOfFile(RuleYaml.Rule("true").Replace("evidence: [secret.Name]", "evidence: [\"System.Environment.MachineName\"]", StringComparison.Ordinal)));

    [Fact]
    public void A_label_of_evidence_is_text_and_no_code() =>
        Assert.Empty(RuleYaml.ErrorsOfFile(RuleYaml.Rule("true").Replace("evidence: [secret.Name]", "evidence: [{ '\"); Environment.Exit(1); (\"': secret.Name }]", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Now; }", "cannot name a parameter")]
    [InlineData("secret", "cannot name a parameter")]
    [InlineData("now", "cannot name a parameter")]
    [InlineData("class", "a word of C#")]
    [InlineData("Fail", "cannot name a parameter")]
    public void A_parameters_name_is_a_name_and_no_code(string name, string message) =>
        Assert.Contains(message, RuleYaml.ErrorsOfFile(RuleYaml.Rule("true", more: $"parameters: {{ '{name}': {{ type: int, default: 1 }} }}"))[0].Message, StringComparison.Ordinal);
}
