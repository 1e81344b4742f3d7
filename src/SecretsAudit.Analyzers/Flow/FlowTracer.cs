using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Facts;
using SecretsAudit.Analyzers.Sinks;

namespace SecretsAudit.Analyzers.Flow;

/// <summary>
/// Follows a value back to the literals it may come from: through locals, fields, properties, parameters, helper methods and containers, in this
/// file and others. It gives up, finding nothing, after a bounded number of steps.
/// </summary>
internal sealed partial class FlowTracer(ProgramFacts program, CancellationToken cancellationToken)
{
    private const int Steps = 400;
    private const int Deepest = 24;
    private const int MostOrigins = 16;
    private const int MostPlaces = 64;

    private readonly List<Origin> _origins = [];
    private readonly HashSet<(SyntaxNode, CallFrame?)> _visited = [];
    private int _steps;

    /// <summary>The literals, without repetition.</summary>
    public static IReadOnlyList<Origin> Trace(ExpressionSyntax expression, ProgramFacts program, CancellationToken cancellationToken)
    {
        var tracer = new FlowTracer(program, cancellationToken);
        tracer.Follow(expression, null, 0);
        return tracer._origins;
    }

    private void Follow(ExpressionSyntax? expression, CallFrame? frame, int depth)
    {
        if (expression is null || ++_steps > Steps || depth > Deepest || _origins.Count >= MostOrigins)
            return;

        cancellationToken.ThrowIfCancellationRequested();
        expression = LiteralText.Strip(expression);
        if (!_visited.Add((expression, frame)))
            return;

        if (expression is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) && !IsOfConstant(expression)
            && LiteralText.TryRead(expression, program, out var text, cancellationToken))
        {
            if (text.Length > 0)
                _origins.Add(new(LiteralText.Place(expression), text, IsBytes(expression)));
            return;
        }

        switch (expression)
        {
            case ConditionalExpressionSyntax choice:
                FollowChoice(choice, frame, depth);
                break;
            case SwitchExpressionSyntax choice:
                foreach (var arm in choice.Arms)
                    Follow(arm.Expression, frame, depth + 1);
                break;
            case AssignmentExpressionSyntax assignment:
                Follow(assignment.Right, frame, depth + 1);
                break;
            case BinaryExpressionSyntax coalesce when coalesce.IsKind(SyntaxKind.CoalesceExpression):
                Follow(coalesce.Left, frame, depth + 1);
                Follow(coalesce.Right, frame, depth + 1);
                break;
            case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                FollowJoined([sum.Left, sum.Right], frame, depth);
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                FollowJoined([.. interpolated.Contents.OfType<InterpolationSyntax>().Select(hole => hole.Expression)], frame, depth);
                break;
            case InvocationExpressionSyntax call:
                FollowCall(call, frame, depth);
                break;
            case BaseObjectCreationExpressionSyntax creation:
                FollowCreation(creation, frame, depth);
                break;
            case ElementAccessExpressionSyntax element:
                FollowElements(element.Expression, frame, depth + 1, KeyOf(element.ArgumentList));
                break;
            case RangeExpressionSyntax or ThrowExpressionSyntax or AnonymousFunctionExpressionSyntax:
                break;
            case ConditionalAccessExpressionSyntax access:
                FollowAccess(access, frame, depth);
                break;
            default:
                FollowSymbol(expression, frame, depth);
                break;
        }
    }

    // GetBytes(Key): what it is made from is written elsewhere.
    private static bool IsOfConstant(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax && LiteralText.Place(expression) == expression;

    private void FollowChoice(ConditionalExpressionSyntax choice, CallFrame? frame, int depth)
    {
        var condition = Constant(choice.Condition);
        if (condition is not false)
            Follow(choice.WhenTrue, frame, depth + 1);
        if (condition is not true)
            Follow(choice.WhenFalse, frame, depth + 1);
    }

    // A text joined from parts is known when every part has one origin.
    private void FollowJoined(IReadOnlyList<ExpressionSyntax> parts, CallFrame? frame, int depth)
    {
        var before = _origins.Count;
        Origin? first = null;
        foreach (var part in parts)
        {
            var start = _origins.Count;
            Follow(part, frame, depth + 1);
            var isConstant = _origins.Count == start && LiteralText.TryRead(part, program, out _, cancellationToken);
            if (_origins.Count != start + 1 && !isConstant)
            {
                _origins.RemoveRange(before, _origins.Count - before);
                return;
            }

            if (_origins.Count > start && (first is null || _origins[start].Text.Length > first.Value.Text.Length))
                first = _origins[start];
        }

        _origins.RemoveRange(before, _origins.Count - before);
        if (first is { } origin)
            _origins.Add(origin);
    }

    private void FollowAccess(ConditionalAccessExpressionSyntax access, CallFrame? frame, int depth)
    {
        if (access.WhenNotNull is InvocationExpressionSyntax call && CallNames.PassesReceiver(SyntaxNames.OfCall(call)))
            Follow(access.Expression, frame, depth + 1);
        else if (access.WhenNotNull is MemberBindingExpressionSyntax binding)
            FollowSymbol(binding, frame, depth);
    }

    private void FollowCreation(BaseObjectCreationExpressionSyntax creation, CallFrame? frame, int depth)
    {
        var name = creation is ObjectCreationExpressionSyntax named ? SyntaxNames.OfType(named.Type) : TypeName(creation);
        if (creation.ArgumentList is { Arguments.Count: > 0 } arguments && PassesOn(name))
            Follow(arguments.Arguments[0].Expression, frame, depth + 1);
    }

    /// <summary>Whether a type's values pass on what they are made from, as those that hold text or bytes do; anything else is followed by its own parameters.</summary>
    internal static bool PassesOn(string type) =>
        CallNames.PassesArgument(type) || type is "StringBuilder" or "SymmetricSecurityKey" or "SigningCredentials" or "MemoryStream";

    private string TypeName(ExpressionSyntax expression) =>
        program.Model(expression)?.GetTypeInfo(expression, cancellationToken).Type?.Name ?? "";

    private bool? Constant(ExpressionSyntax condition)
    {
        var model = program.Model(condition);
        if (model is null)
            return null;
        var constant = model.GetConstantValue(condition, cancellationToken);
        return constant.HasValue ? constant.Value as bool? : null;
    }

    private ISymbol? SymbolOf(SyntaxNode node)
    {
        var model = program.Model(node);
        if (model is null)
            return null;
        var symbol = model.GetSymbolInfo(node, cancellationToken);
        return symbol.Symbol ?? (symbol.CandidateSymbols.Length > 0 ? symbol.CandidateSymbols[0] : null);
    }

    private IEnumerable<IdentifierNameSyntax> NamesIn(SyntaxNode scope) => program.Effort.NodesIn(scope).OfType<IdentifierNameSyntax>();

    private static bool IsBytes(ExpressionSyntax expression) => expression is ArrayCreationExpressionSyntax
        or ImplicitArrayCreationExpressionSyntax
        or InitializerExpressionSyntax
        or CollectionExpressionSyntax
        or StackAllocArrayCreationExpressionSyntax
        or ImplicitStackAllocArrayCreationExpressionSyntax;
}
