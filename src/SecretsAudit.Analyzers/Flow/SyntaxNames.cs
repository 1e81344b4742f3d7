using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretsAudit.Analyzers.Flow;

/// <summary>The simple names of things, as they are written.</summary>
internal static class SyntaxNames
{
    // Say nothing about what is in them: the thing that has them does.
    private static readonly HashSet<string> Neutral = new(StringComparer.Ordinal)
    {
        "Value", "Text", "Content", "Default", "DefaultValue", "Current", "String", "Result", "Object", "Trim", "ToString",
    };

    public static string OfType(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => OfType(nullable.ElementType),
        PredefinedTypeSyntax predefined => predefined.Keyword.ValueText,
        _ => "",
    };

    public static string OfCall(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => "",
    };

    /// <summary>The name under which an expression's value is known: of the variable, the member, the key it is looked up by.</summary>
    public static string OfValue(ExpressionSyntax? expression)
    {
        for (var steps = 0; steps < 16 && expression is not null; steps++)
        {
            expression = LiteralText.Strip(expression);
            switch (expression)
            {
                case IdentifierNameSyntax { Identifier.ValueText: "PasswordInClearText" }:
                    return "Password";
                case IdentifierNameSyntax identifier:
                    return identifier.Identifier.ValueText;
                case MemberAccessExpressionSyntax member when Neutral.Contains(member.Name.Identifier.ValueText):
                    expression = member.Expression;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "PasswordInClearText" }:
                    return "Password";
                case MemberAccessExpressionSyntax member:
                    return member.Name.Identifier.ValueText;
                case MemberBindingExpressionSyntax binding:
                    return binding.Name.Identifier.ValueText;
                case ConditionalAccessExpressionSyntax access:
                    expression = access.WhenNotNull;
                    break;
                case ElementAccessExpressionSyntax element:
                    return OfKey(element.ArgumentList) ?? OfValue(element.Expression);
                case ElementBindingExpressionSyntax binding:
                    return OfKey(binding.ArgumentList) ?? "";
                case InvocationExpressionSyntax call:
                    return OfResult(call);
                case BinaryExpressionSyntax coalesce when coalesce.IsKind(SyntaxKind.CoalesceExpression):
                    expression = coalesce.Left;
                    break;
                default:
                    return "";
            }
        }

        return "";
    }

    /// <summary>The key of an indexer, when it is written out.</summary>
    public static string? OfKey(BracketedArgumentListSyntax arguments) =>
        arguments.Arguments.Count == 0 ? null : KeyText(arguments.Arguments[0].Expression);

    /// <summary>A key's text: a string, or the name of the constant that holds it.</summary>
    public static string? KeyText(ExpressionSyntax key) => LiteralText.Strip(key) switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call when OfCall(call) is "nameof" => OfValue(call.ArgumentList.Arguments[0].Expression),
        _ => null,
    };

    private static string OfResult(InvocationExpressionSyntax call)
    {
        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (argument.Expression is LiteralExpressionSyntax { Token.Value: string { Length: > 0 } key })
                return key;
        }

        var name = OfCall(call);
        if (Neutral.Contains(name) || Sinks.CallNames.PassesReceiver(name))
            return call.Expression is MemberAccessExpressionSyntax member ? OfValue(member.Expression) : "";
        return WithoutVerb(name);
    }

    /// <summary>A method's name without the verb before and the Async after what it returns.</summary>
    public static string WithoutVerb(string name)
    {
        if (name.EndsWith("Async", StringComparison.Ordinal))
            name = name.Substring(0, name.Length - 5);
        foreach (var verb in (string[])["Get", "Read", "Load", "Fetch", "Retrieve", "Resolve", "Create", "Build", "Obtain"])
        {
            if (name.Length > verb.Length && name.StartsWith(verb, StringComparison.Ordinal) && char.IsUpper(name[verb.Length]))
                return name.Substring(verb.Length);
        }

        return name;
    }
}
