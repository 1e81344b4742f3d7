using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Flow;
using SecretsAudit.Analyzers.Sinks;

namespace SecretsAudit.Analyzers.Contexts;

/// <summary>Values that are passed to something.</summary>
internal static class Arguments
{
    public static ValueUse UseOf(ArgumentSyntax argument, Func<SyntaxNode, string?> parameterName)
    {
        if (argument.Parent is TupleExpressionSyntax tuple)
            return ValueUse.Named(DeclaredNames.OfTupleElement(tuple, argument));
        if (argument.NameColon is { } named)
            return ValueUse.Named(named.Name.Identifier.ValueText);
        if (argument.Parent is not ArgumentListSyntax { Parent: { } call } list)
            return ValueUse.None;

        var name = call switch
        {
            InvocationExpressionSyntax invocation => SyntaxNames.OfCall(invocation),
            ObjectCreationExpressionSyntax creation => SyntaxNames.OfType(creation.Type),
            _ => "",
        };
        var position = list.Arguments.PositionOf(argument);
        if (CallNames.Compares(name))
            return OfComparison(call, list, position);
        if (position > 0 && CallNames.Pairs(name) && SyntaxNames.KeyText(list.Arguments[position - 1].Expression) is { } key
            && (CredentialNames.Is(key) && !IsTranslated(key, position) || AuthorizationHeader.Is(key.AsSpan())))
        {
            return ValueUse.Named(key);
        }

        var parameter = parameterName(argument);
        if (CredentialNames.Is(parameter))
            return ValueUse.Named(parameter);

        // SetPassword("x"), WithApiKey("x"): the method is named after its argument.
        return parameter is null or "value" or "val" or "text" or "s" or "str" && list.Arguments.Count == 1 && TakesOne(name)
            ? ValueUse.Named(WithoutVerb(name))
            : ValueUse.None;
    }

    // AddOrUpdate("Identity.Credentials", "Authentication credentials", "Zugangsdaten")
    private static bool IsTranslated(string key, int position) => position > 1 && key.IndexOf(' ') >= 0;

    public static ValueUse UseOf(AttributeArgumentSyntax argument, Func<SyntaxNode, string?> parameterName)
    {
        if (argument.NameEquals is { } property)
            return ValueUse.Named(property.Name.Identifier.ValueText);
        if (argument.NameColon is { } named)
            return ValueUse.Named(named.Name.Identifier.ValueText);
        if (argument.Parent?.Parent is not AttributeSyntax attribute)
            return ValueUse.None;

        if (SyntaxNames.OfType(attribute.Name) is not ("DefaultValue" or "DefaultValueAttribute" or "DefaultParameterValue"))
            return ValueUse.Named(parameterName(argument));

        return ValueUse.Named(attribute.Parent?.Parent switch
        {
            PropertyDeclarationSyntax member => member.Identifier.ValueText,
            FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
            ParameterSyntax parameter => parameter.Identifier.ValueText,
            _ => null,
        });
    }

    private static ValueUse OfComparison(SyntaxNode call, ArgumentListSyntax list, int position)
    {
        if (call is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member })
            return ValueUse.None;

        // string.Equals(password, "x"), or password.Equals("x")
        if (list.Arguments.Count > 1 && position < 2)
        {
            var other = SyntaxNames.OfValue(list.Arguments[1 - position].Expression);
            if (CredentialNames.Is(other))
                return ValueUse.Compared(other);
        }

        return position == 0 ? ValueUse.Compared(SyntaxNames.OfValue(member.Expression)) : ValueUse.None;
    }

    // AddUserSecrets("…") takes the name of a place.
    private static bool TakesOne(string name) => WithoutVerb(name).Length < name.Length && name is not "AddUserSecrets";

    /// <summary>The name of what a call sets, without the verb before it.</summary>
    internal static string WithoutVerb(string name)
    {
        foreach (var verb in (string[])["Set", "With", "Use", "Add", "Having"])
        {
            if (name.Length > verb.Length && name.StartsWith(verb, StringComparison.Ordinal) && char.IsUpper(name[verb.Length]))
                return name.Substring(verb.Length);
        }

        return name;
    }
}
