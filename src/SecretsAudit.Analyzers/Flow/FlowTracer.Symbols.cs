using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretsAudit.Analyzers.Flow;

internal sealed partial class FlowTracer
{
    private void FollowSymbol(ExpressionSyntax expression, CallFrame? frame, int depth)
    {
        if (FollowPlainName(expression, frame, depth))
            return;

        switch (SymbolOf(expression))
        {
            case { } symbol when TextTypes.IsSimple(TextTypes.Of(symbol)):
                break;
            case ILocalSymbol local:
                FollowLocal(local.Name, Syntax(local), expression, frame, depth);
                break;
            case IParameterSymbol parameter:
                FollowParameter(parameter, expression, frame, depth);
                break;
            case IFieldSymbol { OriginalDefinition.Type: ITypeParameterSymbol } or IPropertySymbol { OriginalDefinition: { Type: ITypeParameterSymbol, DeclaringSyntaxReferences.Length: > 0 } }:
                // What a generic holder holds is another thing in each of them.
                break;
            case IFieldSymbol field:
                FollowDeclared(field, depth);
                FollowAssigned(field, depth);
                break;
            case IPropertySymbol property when property.DeclaringSyntaxReferences.Length > 0:
                FollowDeclared(property, depth);
                FollowAssigned(property, depth);
                break;
            case IPropertySymbol taking when expression is MemberAccessExpressionSyntax member && TakesElement(taking.Name):
                FollowElements(Innermost(member.Expression), frame, depth + 1);
                break;
            default:
                break;
        }
    }

    /// <summary>Whether a property of this name gives an element of what has it.</summary>
    internal static bool TakesElement(string property) => property is "Value" or "Current" or "First" or "Last";

    // A node of a linked list is in the list.
    private static ExpressionSyntax Innermost(ExpressionSyntax expression) => LiteralText.Strip(expression) switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" or "Last" or "First" or "Next" } member => Innermost(member.Expression),
        var other => other,
    };

    // What needs no binding, which for a file by itself is most of the time.
    private bool FollowPlainName(ExpressionSyntax expression, CallFrame? frame, int depth)
    {
        if (PlainNames.DeclarationOf(expression, program.Effort) is not { } declared)
            return false;

        switch (declared)
        {
            case VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } local:
                FollowLocal(local.Identifier.ValueText, local, expression, frame, depth);
                return true;
            case VariableDeclaratorSyntax field when IsNeverAssigned(field):
                Follow(field.Initializer?.Value, null, depth + 1);
                return true;
            case ParameterSyntax parameter when frame is null && IsNeverPassed(parameter):
                if (!FollowWrites(parameter.Identifier.ValueText, parameter, expression, null, depth))
                    Follow(parameter.Default?.Value, null, depth + 1);
                return true;
            default:
                return false;
        }
    }

    private bool IsNeverPassed(ParameterSyntax parameter)
    {
        string[] names = parameter.Parent?.Parent switch
        {
            MethodDeclarationSyntax method => [method.Identifier.ValueText],
            ConstructorDeclarationSyntax constructor => NamesOfConstructor(constructor.Identifier.ValueText),
            _ => [],
        };
        return names.Length > 0 && names.All(name => program.Calls(name, cancellationToken).All(place => CallAt(place.File.Tree.GetRoot(cancellationToken).FindToken(place.Position)) is null));
    }

    private bool IsNeverAssigned(VariableDeclaratorSyntax field) =>
        field.Parent?.Parent is FieldDeclarationSyntax { Modifiers: var modifiers } && modifiers.Any(SyntaxKind.ConstKeyword)
        || program.Assignments(field.Identifier.ValueText, cancellationToken).All(place => place.File.Tree.GetRoot(cancellationToken).FindToken(place.Position).Parent is VariableDeclaratorSyntax);

    private void FollowLocal(string name, SyntaxNode? declaration, ExpressionSyntax use, CallFrame? frame, int depth)
    {
        var scope = declaration is null ? null : ScopeOf(declaration);
        if (declaration is null || scope is null)
            return;

        foreach (var written in Writes(name, declaration, scope, use))
            FollowWrite(written, frame, depth);
    }

    private void FollowWrite(SyntaxNode written, CallFrame? frame, int depth)
    {
        switch (written)
        {
            case VariableDeclaratorSyntax declarator:
                Follow(declarator.Initializer?.Value, frame, depth + 1);
                break;
            case AssignmentExpressionSyntax assignment:
                Follow(assignment.Right, frame, depth + 1);
                break;
            case ForEachStatementSyntax loop:
                FollowElements(loop.Expression, frame, depth + 1);
                break;
            case ArgumentSyntax argument when CopiedInto(argument) is { } copied:
                Follow(copied, frame, depth + 1);
                break;
            case ArgumentSyntax argument:
                FollowOut(argument, frame, depth);
                break;
            case ParameterSyntax parameter:
                Follow(parameter.Default?.Value, frame, depth + 1);
                break;
            default:
                break;
        }
    }

    /// <summary>What may have been written last where the use stands, latest first; a write that every way passes hides the earlier ones.</summary>
    private List<SyntaxNode> Writes(string variable, SyntaxNode declaration, SyntaxNode scope, SyntaxNode use)
    {
        var writes = new List<SyntaxNode>();
        if (declaration is not ParameterSyntax)
            writes.Add(declaration is SingleVariableDesignationSyntax ? declaration.FirstAncestorOrSelf<ArgumentSyntax>() ?? declaration : declaration);
        foreach (var name in NamesIn(scope))
        {
            if (name.Identifier.ValueText == variable && WriteOf(name) is { } write && !IsDead(write, scope))
                writes.Add(write);
        }

        writes.Sort(static (left, right) => right.SpanStart.CompareTo(left.SpanStart));
        var reaching = new List<SyntaxNode>();
        foreach (var write in writes)
        {
            if (write.SpanStart > use.SpanStart && !SharesLoop(write, use, scope) && FunctionOf(write) == FunctionOf(use))
                continue;
            if (write.Span.Contains(use.Span) && write is AssignmentExpressionSyntax)
                continue;

            reaching.Add(write);
            if (reaching.Count >= MostPlaces || (write.SpanStart < use.SpanStart && AlwaysPrecedes(write, use)))
                break;
        }

        return reaching;
    }

    private static SyntaxNode? WriteOf(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Left == name => assignment,
        ArgumentSyntax argument when CopiedInto(argument) is not null => argument,
        ArgumentSyntax argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None) && !argument.RefKindKeyword.IsKind(SyntaxKind.InKeyword) => argument,
        _ => null,
    };

    // GetBytes(text, 0, 3, bytes, 0), BlockCopy(from, 0, to, 0, 8): what is copied into an array that is passed.
    private static ExpressionSyntax? CopiedInto(ArgumentSyntax target)
    {
        if (target.Parent is not ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list)
            return null;

        var position = list.Arguments.PositionOf(target);
        return (SyntaxNames.OfCall(call), list.Arguments.Count) switch
        {
            ("GetBytes", 5) when position == 3 => list.Arguments[0].Expression,
            ("BlockCopy", 5) when position == 2 => list.Arguments[0].Expression,
            ("Copy", 3) when position == 1 => list.Arguments[0].Expression,
            ("Copy", 5) when position == 2 => list.Arguments[0].Expression,
            ("CopyTo", 2) when position == 0 => (call.Expression as MemberAccessExpressionSyntax)?.Expression,
            _ => null,
        };
    }

    /// <summary>The function whose code a node is; null outside of any.</summary>
    internal static SyntaxNode? FunctionOf(SyntaxNode node) => node.FirstAncestorOrSelf<SyntaxNode>(static candidate =>
        candidate is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax);

    private static bool AlwaysPrecedes(SyntaxNode write, SyntaxNode use)
    {
        var isSimple = write is VariableDeclaratorSyntax or ArgumentSyntax
            || (write is AssignmentExpressionSyntax assignment && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression));
        return isSimple
            && write.FirstAncestorOrSelf<StatementSyntax>() is { Parent: { } block } statement
            && statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax
            && block is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax
            && (block is GlobalStatementSyntax ? block.Parent! : block).Span.Contains(use.Span)
            && FunctionOf(write) == FunctionOf(use);
    }

    private static bool SharesLoop(SyntaxNode write, SyntaxNode use, SyntaxNode scope)
    {
        for (var node = write.Parent; node is not null && node != scope; node = node.Parent)
        {
            if (node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax && node.Span.Contains(use.Span))
                return true;
        }

        return false;
    }

    // Code under a condition that is never met writes nothing.
    private bool IsDead(SyntaxNode write, SyntaxNode scope)
    {
        for (var node = write; node.Parent is not null && node != scope; node = node.Parent)
        {
            if (node.Parent is IfStatementSyntax branch && node == branch.Statement && Constant(branch.Condition) is false)
                return true;
            if (node is ElseClauseSyntax && node.Parent is IfStatementSyntax other && Constant(other.Condition) is true)
                return true;
            if (node.Parent is WhileStatementSyntax loop && node == loop.Statement && Constant(loop.Condition) is false)
                return true;
        }

        return false;
    }

    private SyntaxNode? Syntax(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Length > 0 ? symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) : null;

    private static SyntaxNode? ScopeOf(SyntaxNode declaration) =>
        declaration.Ancestors().FirstOrDefault(static node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
            or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax)
        ?? declaration.Ancestors().LastOrDefault(static node => node is CompilationUnitSyntax);
}
