using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Rules.Compilation;

/// <summary>Turns what the C# compiler says about an expression into an error of the rule's file, with a guess at what was meant.</summary>
internal static class CompilerMessages
{
    private static readonly string[] Names = ["now", "Days", "Hours", "IsEmpty"];

    public static void Add(Diagnostic diagnostic, RuleSource.Segment segment, SemanticModel model, AllowedSymbols allowed, ErrorList errors)
    {
        var span = diagnostic.Location.SourceSpan;
        var node = model.SyntaxTree.GetRoot().FindNode(span, getInnermostNodeForTie: true);
        var (message, hint) = (diagnostic.Id, node) switch
        {
            ("CS1061" or "CS0117", IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax access } name) => Member(name, access, model, allowed),
            ("CS0103", IdentifierNameSyntax name) => (
                $"'{name.Identifier.ValueText}' is unknown here.",
                Spelling.DidYouMean(name.Identifier.ValueText, [segment.Rule.Resource.Word(), .. Names, .. segment.Rule.Parameters.Select(parameter => parameter.Name)])
                ?? $"A rule knows {segment.Rule.Resource.Word()}, now and its parameters."),
            ("CS0029" or "CS0266", _) when segment.IsCondition => ($"The condition must be true or false. {Text(diagnostic)}", null),
            _ => (Text(diagnostic), (string?)null),
        };
        errors.Add(Position(segment, span.Start), message, hint);
    }

    public static DocumentPosition Position(RuleSource.Segment segment, int position) => ScalarPositions.Of(
        segment.Expression.Scalar, segment.Expression.Offset + Math.Clamp(position - segment.Span.Start, 0, segment.Span.Length), segment.Rule.Body.FileText);

    private static (string Message, string? Hint) Member(IdentifierNameSyntax name, MemberAccessExpressionSyntax access, SemanticModel model, AllowedSymbols allowed)
    {
        var type = model.GetTypeInfo(access.Expression).Type;
        var members = allowed.MembersOf(type).ToList();
        return (
            $"'{access.Expression}' has no '{name.Identifier.ValueText}'.",
            Spelling.DidYouMean(name.Identifier.ValueText, members)
            ?? (members.Count > 0 ? $"It has: {string.Join(", ", members.Order(StringComparer.Ordinal))}." : null));
    }

    private static string Text(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture).TrimEnd('.') + ".";
}
