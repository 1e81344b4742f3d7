using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SecretsAudit.Engine.Rules.Compilation;

/// <summary>Writes the C# of a pack: a class for each rule, and each expression in a static method that sees nothing but its arguments.</summary>
internal sealed class RuleSource
{
    internal const string Namespace = "SecretsAudit.CompiledRules";

    private readonly StringBuilder _code = new();
    private readonly List<Segment> _segments = [];

    public RuleSource(IReadOnlyList<Rule> rules)
    {
        _code.AppendLine("#nullable enable");
        _code.AppendLine("using System;").AppendLine("using System.Collections.Generic;").AppendLine("using SecretsAudit.Model;");
        _code.AppendLine("using SecretsAudit.Engine.Facts;").AppendLine("using SecretsAudit.Engine.Rules;");
        _code.AppendLine("using static SecretsAudit.Engine.Facts.FactFunctions;");
        _code.AppendLine($"namespace {Namespace};");
        foreach (var rule in rules)
            Write(rule);
    }

    /// <summary>An expression's place in the C#.</summary>
    internal readonly record struct Segment(TextSpan Span, Rule Rule, RuleExpression Expression, bool IsCondition);

    public string Code => _code.ToString();

    public IReadOnlyList<Segment> Segments => _segments;

    /// <summary>The name of a rule's class.</summary>
    public static string ClassName(Rule rule) => $"{Namespace}.{rule.Descriptor.Id}";

    private void Write(Rule rule)
    {
        List<(string Type, string Name)> parameters =
            [("DateTimeOffset", "now"), .. rule.Parameters.Select(parameter => (TypeName(parameter.Type), parameter.Name))];
        var (type, word) = (rule.Resource.FactType().Name, rule.Resource.Word());
        var declared = $"{type} {word}, " + string.Join(", ", parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"));
        var passed = $"({word}, " + string.Join(", ", parameters.Select(parameter => "_" + parameter.Name)) + ")";

        _code.AppendLine($"public sealed class {rule.Descriptor.Id} : ResourceRule<{type}> {{");
        foreach (var (valueType, name) in parameters)
            _code.AppendLine($"    private readonly {valueType} _{name};");
        _code.AppendLine($"    public {rule.Descriptor.Id}(RuleArguments arguments) {{ _now = arguments.Now;");
        foreach (var (valueType, name) in parameters.Skip(1))
            _code.AppendLine($"        _{name} = arguments.Get<{valueType}>(\"{name}\");");
        _code.AppendLine("    }");

        _code.AppendLine($"    public override Truth When({type} {word}) => {(rule.Body.When is null ? "Truth.True" : "Expressions.When" + passed)};");
        _code.AppendLine($"    public override Truth Fail({type} {word}) => Expressions.Fail{passed};");
        var parts = string.Join(", ", rule.Body.Message.Parts.Select(Part));
        var evidence = string.Join(", ", rule.Body.Evidence.Select((_, i) => $"Expressions.Evidence{i}{passed}"));
        _code.AppendLine($"    public override string Message({type} {word}) => string.Concat(new string[] {{ {parts} }});");
        _code.AppendLine($"    public override IReadOnlyList<Evidence> Evidence({type} {word}) => new Evidence[] {{ {evidence} }};");

        if (rule.Body.Fixes.Count > 0)
            _code.AppendLine($"    public override FindingFix? Fix({type} {word}) => FixText.Fix({Fix(FixLanguage.Cli)}, {Fix(FixLanguage.Terraform)}, {Fix(FixLanguage.CloudFormation)});");

        _code.AppendLine("    private static class Expressions {");
        if (rule.Body.When is { } when)
            Method("Truth When", when, "", ")");
        Method("Truth Fail", rule.Body.Fail, "", ")");
        foreach (var (part, i) in rule.Body.Message.Parts.Select((part, i) => (part, i)).Where(pair => pair.part.Hole is not null))
            Method($"string Hole{i}", part.Hole!, "RuleText.Of", $", {Literal(part.Format)})");
        foreach (var (line, i) in rule.Body.Evidence.Select((line, i) => (line, i)))
            Method($"Evidence Evidence{i}", line.Expression, $"RuleText.Evidence({Literal(line.Label)}, ", "))");
        foreach (var fix in rule.Body.Fixes)
        {
            foreach (var (part, i) in fix.Template.Parts.Select((part, i) => (part, i)).Where(pair => pair.part.Hole is not null))
                Method($"string? {fix.Language}{i}", part.Hole!, "FixText.Of", $", {Literal(part.Format)}, FixLanguage.{fix.Language})");
        }

        _code.AppendLine("    }").AppendLine("}");

        string Fix(FixLanguage language) => rule.Body.Fixes.FirstOrDefault(fix => fix.Language == language) is { } fix
            ? $"FixText.Whole({string.Join(", ", fix.Template.Parts.Select((part, i) => part.Literal is { } literal ? Literal(literal) : $"Expressions.{language}{i}{passed}"))})"
            : "null";

        string Part(MessageTemplate.Part part, int index) => part.Literal is { } literal ? Literal(literal) : $"Expressions.Hole{index}{passed}";

        void Method(string signature, RuleExpression expression, string before, string after)
        {
            _code.Append($"        public static {signature}({declared}) => {before}(");
            _segments.Add(new(new(_code.Length, expression.Text.Length), rule, expression, IsCondition: signature.StartsWith("Truth", StringComparison.Ordinal)));
            _code.Append(expression.Text).Append(after).AppendLine(";");
        }
    }

    private static string TypeName(RuleParameterType type) => type switch
    {
        RuleParameterType.Bool => "bool",
        RuleParameterType.Int => "int",
        RuleParameterType.Decimal => "decimal",
        RuleParameterType.Duration => "TimeSpan",
        RuleParameterType.String => "string",
        _ => "IReadOnlyList<string>",
    };

    private static string Literal(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);
}
