using SecretsAudit.Engine.Rules;
using SecretsAudit.Engine.Rules.Caching;
using SecretsAudit.Engine.Rules.Compilation;
using SecretsAudit.Engine.Rules.Reading;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Tests.Rules;

/// <summary>Writes small rules for tests.</summary>
internal static class RuleYaml
{
    public static string Rule(string fail, string id = "SAUD1900", string name = "sample", string more = "", string message = "Bad.") =>
        $$"""
        id: {{id}}
        name: {{name}}
        title: A sample
        severity: low
        description: A sample.
        {{more}}
        fail: {{fail}}
        message: "{{message}}"
        evidence: [secret.Name]
        remediation: None.
        tests:
          - { name: passes, expect: pass }
          - { name: fails, expect: fail }
          - { name: unknown, expect: not-evaluated }
        """;

    /// <summary>What is wrong with an expression; empty when it is allowed.</summary>
    public static IReadOnlyList<DocumentError> ErrorsOf(string expression, string more = "")
    {
        // A literal block takes any text as it is.
        var text = Rule("|\n  " + expression.Replace("\n", "\n  ", StringComparison.Ordinal), more: more);
        return ErrorsOfFile(text);
    }

    public static IReadOnlyList<DocumentError> ErrorsOfFile(string text, string file = "rules/x/sample.yaml")
    {
        var errors = new ErrorList();
        try
        {
            if (new RuleReader(file, "x", text, errors).Read() is { } rule && errors.IsEmpty)
                RuleCompiler.Compile([rule], "test", [], errors);

            errors.ThrowIfAny();
            return [];
        }
        catch (DocumentException wrong)
        {
            return wrong.Errors;
        }
    }

    /// <summary>A pack of one rule with the condition.</summary>
    public static RulePack Pack(TemporaryFolder folder, string fail, string more = "", string message = "Bad.")
    {
        folder.Write("x/sample.yaml", Rule(fail, more: more, message: message));
        return RulePack.Load([folder.Path], RuleCaches.None);
    }
}
