namespace SecretsAudit.Engine.Rules;

/// <summary>Writes the text of a new rule, which compiles and whose tests pass: somebody starts from what works.</summary>
public static class RuleTemplate
{
    /// <summary>The text of a new rule's file.</summary>
    /// <param name="name">The rule's name in kebab case; the file's name without <c>.yaml</c>.</param>
    /// <param name="id">The rule's id: <c>SAUD1900</c> to <c>SAUD1999</c> are for rules of your own.</param>
    /// <param name="resource">What it judges.</param>
    /// <exception cref="ArgumentException">The name or the id has the wrong form.</exception>
    public static string Of(string name, string id = "SAUD1900", RuleResource resource = RuleResource.Secret)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(id);
        if (name.Length == 0 || !name.Split('-').All(word => word.Length > 0 && word.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))))
            throw new ArgumentException("A name is lower-case words joined by hyphens: rotation-overdue.", nameof(name));

        if (id.Length != 8 || !id.StartsWith("SAUD1", StringComparison.Ordinal) || !id[5..].All(char.IsAsciiDigit))
            throw new ArgumentException("An id is SAUD1 and three digits: SAUD1900.", nameof(id));

        var (fail, fine, wrong, unknown, evidence) = resource switch
        {
            RuleResource.Key => ("key.IsCustomers && key.State != \"Enabled\"", "{ Manager: CUSTOMER, State: Enabled }", "{ Manager: CUSTOMER, State: Disabled }", "{ Manager: CUSTOMER, State: unknown }", "key.State"),
            RuleResource.Parameter => ("parameter.Description.IsAbsent()", "{ Description: Read by the orders service }", "{ Description: absent }", "{ Description: unknown }", "parameter.Description"),
            RuleResource.Account => ("!account.IsRecorded", "{ Trails: [{ IsLogging: true }] }", "{ Trails: [] }", "{ Trails: unknown }", "account.IsRecorded"),
            _ => ("secret.Description.IsAbsent()", "{ Description: Password of the orders database }", "{ Description: absent }", "{ Description: unknown }", "secret.Description"),
        };
        var word = resource.Word();
        return $$"""
            # yaml-language-server: $schema=https://github.com/secretsaudit/secretsaudit/rules/rule.schema.json
            id: {{id}}
            name: {{name}}
            title: {{Sentence(name)}}
            severity: low
            resource: {{word}}
            description: |
              What is wrong with such a {{word}}, and what that leads to.
            fail: {{(fail.StartsWith('!') ? $"\"{fail}\"" : fail)}}
            message: "What is wrong here."
            evidence: [{{evidence}}]
            remediation: |
              What its owner does about it.
            tests:
              - name: a {{word}} as it should be
                {{word}}: {{fine}}
                expect: pass
              - name: a {{word}} that violates it
                {{word}}: {{wrong}}
                expect: fail
              - name: what was not read is not a pass
                {{word}}: {{unknown}}
                expect: not-evaluated

            """.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static string Sentence(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');
}
