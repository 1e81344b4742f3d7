using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretsAudit.Analyzers.Flow;

internal sealed partial class FlowTracer
{
    private static readonly HashSet<string> Adding = new(StringComparer.Ordinal)
    {
        "Add", "AddFirst", "AddLast", "AddAfter", "AddBefore", "TryAdd", "Insert", "Enqueue", "Push", "Append", "AppendLine", "AppendFormat", "Set",
        "SetValue", "AppendChar", "Write",
    };

    /// <summary>
    /// Follows what a container may hold: what is kept under a key that is written out on both sides, and else every element, for which one is
    /// taken is known at run time alone.
    /// </summary>
    private void FollowElements(ExpressionSyntax container, CallFrame? frame, int depth, string? key = null)
    {
        if (++_steps > Steps || depth > Deepest)
            return;

        container = LiteralText.Strip(container);
        if (!_visited.Add((container, frame)))
            return;

        // A text's elements are its characters.
        if (LiteralText.TryRead(container, program, out var text, cancellationToken))
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
            {
                if (MayBeUnder(element.Key, key))
                    Follow(element.Value, frame, depth + 1);
            }

            return;
        }

        switch (SymbolOf(container))
        {
            case ILocalSymbol local when Syntax(local) is { } declaration && ScopeOf(declaration) is { } scope:
                FollowHolder(local, (declaration as VariableDeclaratorSyntax)?.Initializer?.Value, scope, frame, depth, key);
                break;
            case IFieldSymbol field when Syntax(field) is VariableDeclaratorSyntax declaration
                    && declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type:
                FollowHolder(field, declaration.Initializer?.Value, type, frame, depth, key);
                foreach (var assigned in AssignedValues(field))
                    FollowElements(assigned, null, depth + 1, key);
                break;
            case IPropertySymbol property when Syntax(property) is PropertyDeclarationSyntax declaration
                    && declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type:
                FollowHolder(property, declaration.Initializer?.Value ?? declaration.ExpressionBody?.Expression, type, frame, depth, key);
                break;
            case IParameterSymbol parameter:
                FollowHeldParameter(parameter, frame, depth, key);
                break;
            case IMethodSymbol method when container is InvocationExpressionSyntax call && Syntax(method) is { } body:
                foreach (var result in program.Effort.NodesIn(body).OfType<ReturnStatementSyntax>())
                {
                    if (result.Expression is { } value)
                        FollowElements(value, new CallFrame(method.ReducedFrom ?? method, PassedArguments.Of(call, method), frame), depth + 1, key);
                }

                break;
            default:
                break;
        }
    }

    private IEnumerable<ExpressionSyntax> AssignedValues(ISymbol member)
    {
        var places = 0;
        foreach (var (file, position) in program.Assignments(member.Name, cancellationToken))
        {
            var tree = file.Tree;
            if (places > MostPlaces)
                yield break;

            var name = tree.GetRoot(cancellationToken).FindToken(position).Parent;
            var target = name?.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
            if (target?.Parent is not AssignmentExpressionSyntax assignment || assignment.Left != target
                || (member.DeclaringSyntaxReferences.All(reference => reference.SyntaxTree != tree) && IsOfAnother(target, member)))
            {
                continue;
            }

            places++;
            if (SymbolEqualityComparer.Default.Equals(SymbolOf(target)?.OriginalDefinition, member.OriginalDefinition))
                yield return assignment.Right;
        }
    }

    private void FollowHeldParameter(IParameterSymbol parameter, CallFrame? frame, int depth, string? key)
    {
        if (frame is not null && SymbolEqualityComparer.Default.Equals(frame.Method.OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition))
        {
            if (frame.Arguments.For(parameter) is { } argument)
                FollowElements(argument, frame.Outer, depth + 1, key);
            return;
        }

        foreach (var (_, arguments) in Callers(parameter))
        {
            if (arguments.For(parameter) is { } argument)
                FollowElements(argument, null, depth + 1, key);
        }
    }

    private void FollowHolder(ISymbol holder, ExpressionSyntax? initial, SyntaxNode scope, CallFrame? frame, int depth, string? key)
    {
        if (initial is not null)
            FollowElements(initial, frame, depth + 1, key);
        foreach (var name in NamesIn(scope))
        {
            if (name.Identifier.ValueText == holder.Name)
                FollowAdded(name, frame, depth, key);
        }
    }

    private void FollowAdded(IdentifierNameSyntax name, CallFrame? frame, int depth, string? key)
    {
        SyntaxNode target = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } self ? self : name;
        switch (target.Parent)
        {
            case ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element
                    when assignment.Left == element && MayBeUnder(KeyOf(element.ArgumentList), key):
                FollowKept(element.ArgumentList.Arguments[0].Expression, assignment.Right, frame, depth, key);
                break;
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } } member
                    when member.Expression == target && Adding.Contains(member.Name.Identifier.ValueText)
                    && (arguments.Count < 2 || MayBeUnder(KeyText(arguments[0].Expression), key)):
                FollowKept(arguments[0].Expression, arguments[member.Name.Identifier.ValueText is "Write" ? 0 : arguments.Count - 1].Expression, frame, depth, key);
                break;
            case ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: { Count: 2 } serialized, Parent: InvocationExpressionSyntax call } } stream
                    when serialized[0] == stream && SyntaxNames.OfCall(call) is "Serialize":
                Follow(serialized[1].Expression, frame, depth + 1);
                break;
            case AssignmentExpressionSyntax assignment when assignment.Left == target && FunctionOf(assignment) is { } function && !IsDead(assignment, function):
                FollowElements(assignment.Right, frame, depth + 1, key);
                break;
            default:
                break;
        }
    }

    // all.Add(name, defaults[name]): what is asked for is taken over under its own key, whichever those are.
    private void FollowKept(ExpressionSyntax under, ExpressionSyntax value, CallFrame? frame, int depth, string? key)
    {
        if (key is not null && under is IdentifierNameSyntax name && LiteralText.Strip(value) is ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } from } source
            && from[0].Expression is IdentifierNameSyntax same && same.Identifier.ValueText == name.Identifier.ValueText)
        {
            FollowElements(source.Expression, frame, depth + 1, key);
            return;
        }

        Follow(value, frame, depth + 1);
    }

    private IEnumerable<(string? Key, ExpressionSyntax Value)>? ElementsOf(ExpressionSyntax container) => container switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => Elements(initializer),
        ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => Elements(initializer),
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => Elements(initializer),
        InitializerExpressionSyntax initializer => Elements(initializer),
        CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(static element => ((string?)null, element.Expression)),
        _ => null,
    };

    private IEnumerable<(string? Key, ExpressionSyntax Value)> Elements(InitializerExpressionSyntax initializer)
    {
        foreach (var element in initializer.Expressions)
        {
            yield return element switch
            {
                InitializerExpressionSyntax { Expressions: { Count: > 1 } pair } => (KeyText(pair[0]), pair[pair.Count - 1]),
                AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax target } assignment => (KeyOf(target.ArgumentList), assignment.Right),
                AssignmentExpressionSyntax assignment => (null, assignment.Right),
                _ => (null, element),
            };
        }
    }

    private static bool MayBeUnder(string? kept, string? asked) => kept is null || asked is null || kept == asked;

    private string? KeyOf(BracketedArgumentListSyntax arguments) => arguments.Arguments.Count == 1 ? KeyText(arguments.Arguments[0].Expression) : null;

    // Null when it is known at run time alone.
    private string? KeyText(ExpressionSyntax key) => LiteralText.Strip(key) switch
    {
        LiteralExpressionSyntax { Token.Value: string or int } literal => literal.Token.ValueText,
        IdentifierNameSyntax or MemberAccessExpressionSyntax => program.Model(key)?.GetConstantValue(key, cancellationToken).Value as string,
        _ => null,
    };
}
