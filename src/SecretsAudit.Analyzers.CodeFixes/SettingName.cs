using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretsAudit.Analyzers.CodeFixes;

/// <summary>The name of a value in configuration, in the environment and in Secrets Manager, made from its name in the code.</summary>
/// <param name="name">The name in the code.</param>
internal sealed class SettingName(string name)
{
    /// <summary>As in <c>Db:Password</c>.</summary>
    public string Key { get; } = name.IndexOf(':') >= 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>As in <c>DB_PASSWORD</c>.</summary>
    public string Variable => Divided('_').ToUpperInvariant();

    /// <summary>As in <c>db-password</c>.</summary>
    public string Secret => Divided('-').ToLowerInvariant();

    /// <summary>The name that the analyzer found; where it found none, that of what the literal is part of.</summary>
    public static SettingName Of(string? found, ExpressionSyntax literal)
    {
        var name = found is { Length: > 0 } ? found : Declared(literal);
        name = new string([.. name.TrimStart('_', '-', ':', '@').Where(static unit => char.IsLetterOrDigit(unit) || unit is ':' or '_' or '-' or '.')]);
        return new(name.Length == 0 ? "Secret" : name);
    }

    private static string Declared(ExpressionSyntax literal)
    {
        foreach (var node in literal.Ancestors())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax variable:
                    return variable.Identifier.ValueText;
                case PropertyDeclarationSyntax property:
                    return property.Identifier.ValueText;
                case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax member }:
                    return member.Name.Identifier.ValueText;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable }:
                    return variable.Identifier.ValueText;
                case StatementSyntax or MemberDeclarationSyntax:
                    return "Secret";
                default:
                    break;
            }
        }

        return "Secret";
    }

    private string Divided(char divider)
    {
        var text = new StringBuilder();
        for (var index = 0; index < Key.Length; index++)
        {
            var unit = Key[index];
            var isDivider = !char.IsLetterOrDigit(unit);
            var startsWord = index > 0 && char.IsUpper(unit) && (char.IsLower(Key[index - 1]) || (index + 1 < Key.Length && char.IsLower(Key[index + 1])));
            if ((isDivider || startsWord) && text.Length > 0 && text[text.Length - 1] != divider)
                text.Append(divider);
            if (!isDivider)
                text.Append(unit);
        }

        return text.ToString().Trim(divider);
    }
}
