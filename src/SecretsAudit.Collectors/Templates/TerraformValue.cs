using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>
/// Whether a Terraform configuration writes out the value that it gives a secret, or has it as a variable's default. A plan tells which names an
/// expression refers to, not the expression: what refers to a resource, a data source or a variable that is set from outside is not written out, and of
/// a local value it cannot be told.
/// </summary>
/// <seealso href="https://developer.hashicorp.com/terraform/internals/json-format#expression-representation"/>
internal sealed class TerraformValue(TemplateMap plan, TemplateFacts facts)
{
    private const int DeepestModules = 30;

    // A file of the module is part of the configuration; a workspace's name is no value.
    private static readonly string[] Constants = ["path.", "terraform."];

    private Origin _origin;
    private string? _variable;
    private string? _constant;

    /// <summary>How the value is shown, as a clause; absent when it is not.</summary>
    /// <param name="expression">The argument's expression in the configuration; null when there is none.</param>
    /// <param name="planned">The value that the plan shows; null when it shows none.</param>
    /// <param name="module">The names of the module calls that lead to the resource.</param>
    /// <param name="argument">The argument's name.</param>
    public Fact<string> ShownBy(TemplateMap? expression, string? planned, IReadOnlyList<string> module, string argument)
    {
        if (expression is null)
            return planned is null ? facts.Absent<string>() : facts.Open<string>("the plan does not say where the value comes from");

        (_origin, _variable, _constant) = (Origin.Written, null, null);
        Trace(expression, module, 0);
        return _origin switch
        {
            Origin.Elsewhere => facts.Absent<string>(),
            Origin.Untold => facts.Open<string>($"the plan does not show what {argument} is made of"),
            _ => (planned ?? _constant) switch
            {
                null => facts.Open<string>($"the plan does not show {argument}"),
                var text when WrittenCredential.IsIn(text) => facts.Known(_variable is null ? $"{argument} is written out" : $"the default of the variable {_variable} is part of it"),
                _ => facts.Absent<string>(),
            },
        };
    }

    private void Trace(TemplateMap expression, IReadOnlyList<string> module, int depth)
    {
        _constant ??= expression.Text("constant_value");
        foreach (var name in expression.List("references").OfType<TemplateText>().Select(text => text.Value ?? ""))
        {
            if (Constants.Any(constant => name.StartsWith(constant, StringComparison.Ordinal)))
                continue;
            if (name.StartsWith("local.", StringComparison.Ordinal) || name.StartsWith("each.", StringComparison.Ordinal) || depth > DeepestModules)
                Outweigh(Origin.Untold);
            else if (name.StartsWith("var.", StringComparison.Ordinal))
                Variable(name["var.".Length..].Split('.', '[')[0], module, depth);
            else
                Outweigh(Origin.Elsewhere);
        }
    }

    // A module's variable is what its call says, else its default; the root module's is its default unless it was set to something else.
    private void Variable(string name, IReadOnlyList<string> module, int depth)
    {
        if (module.Count > 0 && Member(Module(module, module.Count - 1)?.Map("module_calls")?.Map(module[^1])?.Map("expressions"), name) is { } passed)
        {
            Trace(passed, [.. module.Take(module.Count - 1)], depth + 1);
            return;
        }

        var standard = Member(Module(module, module.Count)?.Map("variables"), name)?["default"];
        var set = module.Count == 0 ? Member(plan.Map("variables"), name)?["value"] : null;
        if (standard is null or TemplateText { Value: null or "" } || (set is not null && Resolved.JsonOf(set) != Resolved.JsonOf(standard)))
        {
            Outweigh(Origin.Elsewhere);
            return;
        }

        _variable ??= name;
        _constant ??= (standard as TemplateText)?.Value;
    }

    // A variable may be called like an argument that holds values.
    private static TemplateMap? Member(TemplateMap? map, string name) => TemplateValue.Opened(map?[name]) as TemplateMap;

    private void Outweigh(Origin origin) => _origin = origin > _origin ? origin : _origin;

    private TemplateMap? Module(IReadOnlyList<string> path, int length)
    {
        var module = plan.Map("configuration")?.Map("root_module");
        for (var i = 0; i < length; i++)
            module = module?.Map("module_calls")?.Map(path[i])?.Map("module");
        return module;
    }

    // In the order in which one outweighs the other.
    private enum Origin
    {
        Written,
        Untold,
        Elsewhere,
    }
}
