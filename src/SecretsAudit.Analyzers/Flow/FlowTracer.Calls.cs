using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Sinks;

namespace SecretsAudit.Analyzers.Flow;

internal sealed partial class FlowTracer
{
    private static readonly HashSet<string> Taking = new(StringComparer.Ordinal)
    {
        "ElementAt", "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault", "Dequeue", "Pop", "Peek", "Get", "GetValue",
        "GetValueOrDefault",
    };

    // Digests and encodings of a literal are as fixed as the literal; what is made under a key is as secret as the key.
    private static readonly HashSet<string> Deriving = new(StringComparer.Ordinal)
    {
        "ComputeHash", "HashData", "Replace", "Substring", "PadRight", "PadLeft", "Reverse", "Take", "Skip", "Resize", "BlockCopy",
    };

    /// <summary>Whether what a method of the framework's gives is a function of what stands before the dot.</summary>
    internal static bool PassesReceiver(string method) => CallNames.PassesReceiver(method) || Deriving.Contains(method);

    /// <summary>Whether any other method by this name is followed though the program does not declare it.</summary>
    internal static bool IsFollowed(string method) =>
        CallNames.PassesArgument(method) || Taking.Contains(method) || method is "Invoke" or "ComputeHash" or "HashData" or "GetString" or "Deserialize";

    private void FollowCall(InvocationExpressionSyntax call, CallFrame? frame, int depth)
    {
        var symbol = IsForeign(call) ? null : SymbolOf(call) as IMethodSymbol;
        if ((symbol?.ReducedFrom ?? symbol) is { DeclaringSyntaxReferences.Length: > 0 } method)
        {
            FollowSource(method, PassedArguments.Of(call, symbol!), frame, depth);
            return;
        }

        var name = SyntaxNames.OfCall(call);
        var receiver = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        var arguments = call.ArgumentList.Arguments;
        if (name is "Invoke" or "" && receiver is not null)
            FollowDelegate(receiver, depth);
        else if (symbol?.MethodKind is MethodKind.DelegateInvoke)
            FollowDelegate(call.Expression, depth);
        else if (name is "Concat" or "Join" or "Format")
            FollowJoined([.. arguments.Skip(name is "Concat" ? 0 : 1).Select(static argument => argument.Expression)], frame, depth);
        else if (arguments.Count > 0 && CallNames.PassesArgument(name))
            Follow(arguments[0].Expression, frame, depth + 1);
        else if (name is "ComputeHash" or "HashData" && receiver is not null && TypeName(receiver).StartsWith("HMAC", StringComparison.Ordinal))
            return;
        else if (arguments.Count > 0 && (name is "ComputeHash" or "HashData" || (name is "GetString" && receiver is not null && TypeName(receiver).EndsWith("Encoding", StringComparison.Ordinal))))
            Follow(arguments[0].Expression, frame, depth + 1);
        else if (receiver is null)
            return;
        else if (name is "Deserialize" && arguments.Count == 1)
            FollowElements(arguments[0].Expression, frame, depth + 1);
        else if (TypeName(receiver) is "StringBuilder" or "MemoryStream")
            FollowElements(receiver, frame, depth + 1);
        else if (PassesReceiver(name))
            Follow(receiver, frame, depth + 1);
        else if (Taking.Contains(name))
            FollowElements(receiver, frame, depth + 1, name is "Get" or "GetValue" or "GetValueOrDefault" && arguments.Count > 0 ? KeyText(arguments[0].Expression) : null);
    }

    // What the program does not declare has no body to follow, and its name tells all.
    private bool IsForeign(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && !program.MayDeclare(name, cancellationToken);

    private void FollowSource(IMethodSymbol method, PassedArguments arguments, CallFrame? frame, int depth)
    {
        for (var outer = frame; outer is not null; outer = outer.Outer)
        {
            if (SymbolEqualityComparer.Default.Equals(outer.Method, method))
                return;
        }

        foreach (var (body, runs) in Bodies(method))
            FollowReturns(body, new CallFrame(runs, arguments, frame), depth);
    }

    // A virtual, abstract or interface method runs the bodies that stand in for it.
    private IEnumerable<(SyntaxNode Body, IMethodSymbol Method)> Bodies(IMethodSymbol method)
    {
        if (Syntax(method.OriginalDefinition) is { } own)
            yield return (own, method);
        if (!method.IsVirtual && !method.IsAbstract && !method.IsOverride)
            yield break;

        var places = 0;
        foreach (var (file, position) in program.Calls(method.Name, cancellationToken))
        {
            if (++places > MostPlaces)
                yield break;
            if (file.Tree.GetRoot(cancellationToken).FindToken(position).Parent is MethodDeclarationSyntax declaration
                && program.Model(declaration.ParameterList)?.GetDeclaredSymbol(declaration, cancellationToken) is { } candidate && StandsFor(candidate, method))
            {
                yield return (declaration, candidate);
            }
        }
    }

    private static bool StandsFor(IMethodSymbol candidate, IMethodSymbol method)
    {
        for (var overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method.OriginalDefinition))
                return true;
        }

        return method.ContainingType?.TypeKind is TypeKind.Interface
            && SymbolEqualityComparer.Default.Equals(candidate.ContainingType?.FindImplementationForInterfaceMember(method), candidate);
    }

    private void FollowDelegate(ExpressionSyntax value, int depth)
    {
        if (SymbolOf(value) is not { } symbol || Syntax(symbol) is not VariableDeclaratorSyntax { Initializer.Value: { } initial })
            return;

        switch (LiteralText.Strip(initial))
        {
            case LambdaExpressionSyntax { ExpressionBody: { } result }:
                Follow(result, null, depth + 1);
                break;
            case AnonymousFunctionExpressionSyntax function:
                FollowReturns(function, null, depth);
                break;
            default:
                break;
        }
    }

    private void FollowOut(ArgumentSyntax argument, CallFrame? frame, int depth)
    {
        if (argument.Parent?.Parent is not InvocationExpressionSyntax call || SymbolOf(call) is not IMethodSymbol method)
            return;

        if (method.DeclaringSyntaxReferences.Length == 0)
        {
            if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetValue" or "TryDequeue" or "TryPop" or "TryPeek" } receiver)
                FollowElements(receiver.Expression, frame, depth + 1, call.ArgumentList.Arguments.Count > 1 ? KeyText(call.ArgumentList.Arguments[0].Expression) : null);
            return;
        }

        if (ParameterOf(argument, method) is not { } parameter || Syntax(parameter) is not { Parent.Parent: { } body })
            return;

        foreach (var name in NamesIn(body))
        {
            if (name.Identifier.ValueText == parameter.Name && WriteOf(name) is { } write && !IsDead(write, body))
                FollowWrite(write, new CallFrame(method.ReducedFrom ?? method, PassedArguments.Of(call, method), frame), depth);
        }
    }

    private void FollowParameter(IParameterSymbol parameter, ExpressionSyntax use, CallFrame? frame, int depth)
    {
        if (Syntax(parameter) is { } declaration && FollowWrites(parameter.Name, declaration, use, frame, depth))
            return;

        if (frame is not null && SymbolEqualityComparer.Default.Equals(frame.Method.OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition))
            FollowArgument(parameter, frame.Arguments, frame.Outer, depth);
        else
            FollowCallers(parameter, depth);
    }

    // Whether what the parameter was given is written over on every way to the use.
    private bool FollowWrites(string parameter, SyntaxNode declaration, ExpressionSyntax use, CallFrame? frame, int depth)
    {
        if (declaration.Parent?.Parent is not { } function)
            return false;

        var writes = Writes(parameter, declaration, function, use);
        foreach (var write in writes)
            FollowWrite(write, frame, depth);
        return writes.Count > 0 && AlwaysPrecedes(writes[writes.Count - 1], use);
    }

    /// <summary>The call, creation or initialiser whose name or keyword a token is.</summary>
    internal static SyntaxNode? CallAt(SyntaxToken token)
    {
        for (var node = token.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or AttributeSyntax
                    or PrimaryConstructorBaseTypeSyntax:
                    return node;
                case TypeSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    internal static ArgumentListSyntax? ArgumentsOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        ConstructorInitializerSyntax initializer => initializer.ArgumentList,
        PrimaryConstructorBaseTypeSyntax type => type.ArgumentList,
        _ => null,
    };

    internal static IParameterSymbol? ParameterOf(ArgumentSyntax argument, IMethodSymbol method)
    {
        if (argument.NameColon is { } named)
            return method.Parameters.FirstOrDefault(parameter => parameter.Name == named.Name.Identifier.ValueText);
        var position = ((BaseArgumentListSyntax)argument.Parent!).Arguments.PositionOf(argument);
        if (position < method.Parameters.Length)
            return method.Parameters[position];
        return method.Parameters.Length > 0 && method.Parameters[method.Parameters.Length - 1] is { IsParams: true } last ? last : null;
    }
}
