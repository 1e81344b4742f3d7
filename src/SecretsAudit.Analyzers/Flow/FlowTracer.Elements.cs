using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretsAudit.Analyzers.Flow;

internal sealed partial class FlowTracer
{
    private static readonly HashSet<string> Adding = new(StringComparer.Ordinal)
    {
        "Add", "AddFirst", "AddLast", "AddAfter", "AddBefore", "TryAdd", "Insert", "Enqueue", "Push", "Append", "AppendLine", "AppendFormat", "Set",
        "SetValue", "AppendChar",
    };

    /// <summary>Follows what a container may hold: every element, for which one is taken is known at run time alone.</summary>
    private void FollowElements(ExpressionSyntax container, CallFrame? frame, int depth)
    {
        if (++_steps > Steps || depth > Deepest)
            return;

        container = LiteralText.Strip(container);
        if (!_visited.Add((container, frame)))
            return;

        // A text's elements are its characters.
        if (LiteralText.TryRead(container, program.Model(container.SyntaxTree), out var text, cancellationToken))
        {
            if (text.Length > 0 && ElementsOf(container) is null)
            {
                Follow(container, frame, depth + 1);
                if (container is IdentifierNameSyntax or MemberAccessExpressionSyntax)
                    FollowSymbol(container, frame, depth + 1);
                else if (_origins.Count == 0)
                    _origins.Add(new(LiteralText.Place(container), text, isBytes: false));
                return;
            }
        }

        if (ElementsOf(container) is { } elements)
        {
            foreach (var element in elements)
                Follow(element, frame, depth + 1);
            return;
        }

        switch (SymbolOf(container))
        {
            case ILocalSymbol local when Syntax(local) is { } declaration && ScopeOf(declaration) is { } scope:
                FollowHolder(local, (declaration as VariableDeclaratorSyntax)?.Initializer?.Value, scope, frame, depth);
                break;
            case IFieldSymbol field when Syntax(field) is VariableDeclaratorSyntax declaration
                    && declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type:
                FollowHolder(field, declaration.Initializer?.Value, type, frame, depth);
                foreach (var (assigned, _) in AssignedValues(field))
                    FollowElements(assigned, null, depth + 1);
                break;
            case IPropertySymbol property when Syntax(property) is PropertyDeclarationSyntax declaration
                    && declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type:
                FollowHolder(property, declaration.Initializer?.Value ?? declaration.ExpressionBody?.Expression, type, frame, depth);
                break;
            case IParameterSymbol parameter:
                FollowHeldParameter(parameter, frame, depth);
                break;
            case IMethodSymbol method when container is InvocationExpressionSyntax call && Syntax(method) is { } body:
                foreach (var result in body.DescendantNodes().OfType<ReturnStatementSyntax>())
                {
                    if (result.Expression is { } value)
                        FollowElements(value, new CallFrame(method, call.ArgumentList, frame), depth + 1);
                }

                break;
            default:
                break;
        }
    }

    private IEnumerable<(ExpressionSyntax Value, SyntaxNode Write)> AssignedValues(ISymbol member)
    {
        foreach (var (tree, position) in program.Assignments(member.Name, cancellationToken).Take(MostPlaces))
        {
            var name = tree.GetRoot(cancellationToken).FindToken(position).Parent;
            var target = name?.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
            if (target?.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target
                && SymbolEqualityComparer.Default.Equals(SymbolOf(target)?.OriginalDefinition, member.OriginalDefinition))
            {
                yield return (assignment.Right, assignment);
            }
        }
    }

    private void FollowHeldParameter(IParameterSymbol parameter, CallFrame? frame, int depth)
    {
        if (frame is not null && SymbolEqualityComparer.Default.Equals(frame.Method.OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition))
        {
            if (ArgumentOf(parameter, frame.Arguments) is { } argument)
                FollowElements(argument.Expression, frame.Outer, depth + 1);
            return;
        }

        foreach (var (_, arguments) in Callers(parameter))
        {
            if (ArgumentOf(parameter, arguments) is { } argument)
                FollowElements(argument.Expression, null, depth + 1);
        }
    }

    private void FollowHolder(ISymbol holder, ExpressionSyntax? initial, SyntaxNode scope, CallFrame? frame, int depth)
    {
        if (initial is not null)
            FollowElements(initial, frame, depth + 1);
        foreach (var name in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == holder.Name)
                FollowAdded(name, frame, depth);
        }
    }

    private void FollowAdded(IdentifierNameSyntax name, CallFrame? frame, int depth)
    {
        SyntaxNode target = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } self ? self : name;
        switch (target.Parent)
        {
            case ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element when assignment.Left == element:
                Follow(assignment.Right, frame, depth + 1);
                break;
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } } member
                    when member.Expression == target && Adding.Contains(member.Name.Identifier.ValueText):
                Follow(arguments[arguments.Count - 1].Expression, frame, depth + 1);
                break;
            case AssignmentExpressionSyntax assignment when assignment.Left == target && FunctionOf(assignment) is { } function && !IsDead(assignment, function):
                FollowElements(assignment.Right, frame, depth + 1);
                break;
            default:
                break;
        }
    }

    private static IEnumerable<ExpressionSyntax>? ElementsOf(ExpressionSyntax container) => container switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => Elements(initializer),
        ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => Elements(initializer),
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => Elements(initializer),
        InitializerExpressionSyntax initializer => Elements(initializer),
        CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression),
        _ => null,
    };

    private static IEnumerable<ExpressionSyntax> Elements(InitializerExpressionSyntax initializer)
    {
        foreach (var element in initializer.Expressions)
        {
            yield return element switch
            {
                InitializerExpressionSyntax { Expressions: { Count: > 1 } pair } => pair[pair.Count - 1],
                AssignmentExpressionSyntax assignment => assignment.Right,
                _ => element,
            };
        }
    }
}
