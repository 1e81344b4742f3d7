using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Flow;
using SecretsAudit.Analyzers.Inspection;
using SecretsAudit.Analyzers.Sinks;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.SecretsApi;

/// <summary>Follows a secret's value forward, through locals of one method, to where it is written out or compared.</summary>
internal sealed class SecretUses
{
    private const int Deepest = 6;

    private static readonly HashSet<string> Deriving = new(StringComparer.Ordinal)
    {
        "Deserialize", "DeserializeObject", "Parse", "GetProperty", "GetString", "Replace", "Substring", "GetBytes", "Split", "SelectToken", "ReadToEnd",
    };

    private readonly SourceView _view;
    private readonly HashSet<SyntaxNode> _seen = [];

    private SecretUses(SourceView view) => _view = view;

    public static void Inspect(SourceView view, ExpressionSyntax value) => new SecretUses(view).Follow(value, 0);

    private void Follow(ExpressionSyntax value, int depth)
    {
        if (depth > Deepest || !_seen.Add(value))
            return;

        SyntaxNode node = value;
        while (true)
        {
            switch (node.Parent)
            {
                case ParenthesizedExpressionSyntax or CastExpressionSyntax or InterpolationSyntax or InterpolatedStringExpressionSyntax
                        or PostfixUnaryExpressionSyntax or AwaitExpressionSyntax:
                    node = node.Parent;
                    break;
                case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression) || binary.IsKind(SyntaxKind.CoalesceExpression):
                    node = binary;
                    break;
                case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.EqualsExpression) || binary.IsKind(SyntaxKind.NotEqualsExpression):
                    Compared(binary, binary.Left == node ? binary.Right : binary.Left);
                    return;
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }:
                    FollowLocal(declarator, declarator.Identifier.ValueText, depth);
                    return;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } assignment when assignment.Right == node:
                    FollowLocal(assignment, target.Identifier.ValueText, depth);
                    return;
                case MemberAccessExpressionSyntax member when member.Expression == node:
                    FollowMember(member, depth);
                    return;
                case ElementAccessExpressionSyntax element when element.Expression == node:
                    node = element;
                    break;
                case ArgumentSyntax argument:
                    FollowArgument(argument, depth);
                    return;
                default:
                    return;
            }
        }
    }

    private void FollowMember(MemberAccessExpressionSyntax member, int depth)
    {
        var name = member.Name.Identifier.ValueText;
        if (member.Parent is not InvocationExpressionSyntax call)
        {
            if (Contexts.CredentialNames.Is(name) || name is "RootElement")
                Follow(member, depth + 1);
            return;
        }

        if (CallNames.Compares(name) && name is not "FixedTimeEquals" && call.ArgumentList.Arguments.Count > 0)
            Compared(call, call.ArgumentList.Arguments[0].Expression);
        else if (CallNames.PassesReceiver(name) || Deriving.Contains(name))
            Follow(call, depth + 1);
    }

    private void FollowArgument(ArgumentSyntax argument, int depth)
    {
        switch (argument.Parent?.Parent)
        {
            case InvocationExpressionSyntax call when LogCalls.Writes(call):
                Report(RuleIds.SecretLogged, "secret-value-logged", argument, $"a secret's value is written out by {SyntaxNames.OfCall(call)}");
                break;
            case BaseObjectCreationExpressionSyntax creation when LogCalls.IsException(creation):
                Report(RuleIds.SecretLogged, "secret-value-logged", argument, "a secret's value goes into an exception's message, which is logged");
                break;
            case InvocationExpressionSyntax call when SyntaxNames.OfCall(call) is var name && CallNames.Compares(name) && name is not "FixedTimeEquals":
                var other = call.ArgumentList.Arguments.FirstOrDefault(candidate => candidate != argument)?.Expression
                    ?? (call.Expression as MemberAccessExpressionSyntax)?.Expression;
                if (other is not null)
                    Compared(call, other);
                break;
            case InvocationExpressionSyntax call when Deriving.Contains(SyntaxNames.OfCall(call)) || CallNames.PassesArgument(SyntaxNames.OfCall(call)):
                Follow(call, depth + 1);
                break;
            case ObjectCreationExpressionSyntax creation when CallNames.PassesArgument(SyntaxNames.OfType(creation.Type)):
                Follow(creation, depth + 1);
                break;
            default:
                break;
        }
    }

    private void FollowLocal(SyntaxNode write, string name, int depth)
    {
        var scope = write.FirstAncestorOrSelf<SyntaxNode>(static node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
            or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) ?? write.SyntaxTree.GetRoot(_view.CancellationToken);
        foreach (var use in _view.Program.Effort.NodesIn(scope).OfType<IdentifierNameSyntax>())
        {
            if (use.Identifier.ValueText == name && use.SpanStart > write.SpanStart
                && (use.Parent is not MemberAccessExpressionSyntax member || member.Expression == use))
            {
                Follow(use, depth + 1);
            }
        }
    }

    private void Compared(SyntaxNode comparison, ExpressionSyntax other)
    {
        // Whether there is a value at all is no secret; a literal is another rule's.
        if (LiteralText.Strip(other) is LiteralExpressionSyntax or DefaultExpressionSyntax || SyntaxNames.OfValue(other) is "Empty")
            return;

        Report(
            RuleIds.VariableTimeComparison,
            "secret-compared-in-variable-time",
            comparison,
            "the time that the comparison takes tells how much of the secret was right; compare with CryptographicOperations.FixedTimeEquals");
    }

    private void Report(string rule, string format, SyntaxNode place, string reason) =>
        _view.Add(place, new(rule, format, CredentialConfidence.High, reason), "");
}
