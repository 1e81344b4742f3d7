using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Contexts;
using SecretsAudit.Analyzers.Sinks;

namespace SecretsAudit.Analyzers.Flow;

internal sealed partial class FlowTracer
{
    private static readonly HashSet<string> Taking = new(StringComparer.Ordinal)
    {
        "ElementAt", "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault", "Dequeue", "Pop", "Peek", "Get", "GetValue",
        "GetValueOrDefault",
    };

    // Digests and encodings of a literal are as fixed as the literal.
    private static readonly HashSet<string> Deriving = new(StringComparer.Ordinal)
    {
        "ComputeHash", "HashData", "Replace", "Substring", "PadRight", "PadLeft", "Reverse", "Take", "Skip", "Resize", "BlockCopy",
    };

    private void FollowCall(InvocationExpressionSyntax call, CallFrame? frame, int depth)
    {
        var symbol = SymbolOf(call) as IMethodSymbol;
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
        else if (arguments.Count > 0 && CallNames.PassesArgument(name) && name is not "ToString")
            Follow(arguments[0].Expression, frame, depth + 1);
        else if (arguments.Count > 0 && (name is "ComputeHash" or "HashData" || (name is "GetString" && receiver is not null && TypeName(receiver).EndsWith("Encoding", StringComparison.Ordinal))))
            Follow(arguments[0].Expression, frame, depth + 1);
        else if (receiver is null)
            return;
        else if (name is "Deserialize" && arguments.Count == 1)
            FollowElements(arguments[0].Expression, frame, depth + 1);
        else if (TypeName(receiver) is "StringBuilder" or "MemoryStream")
            FollowElements(receiver, frame, depth + 1);
        else if (CallNames.PassesReceiver(name) || Deriving.Contains(name))
            Follow(receiver, frame, depth + 1);
        else if (Taking.Contains(name))
            FollowElements(receiver, frame, depth + 1, name is "Get" or "GetValue" or "GetValueOrDefault" && arguments.Count > 0 ? KeyText(arguments[0].Expression) : null);
    }

    private void FollowSource(IMethodSymbol method, PassedArguments arguments, CallFrame? frame, int depth)
    {
        for (var outer = frame; outer is not null; outer = outer.Outer)
        {
            if (SymbolEqualityComparer.Default.Equals(outer.Method, method))
                return;
        }

        var inner = new CallFrame(method, arguments, frame);
        foreach (var body in Bodies(method))
            FollowReturns(body, inner, depth);
    }

    // A virtual, abstract or interface method runs the bodies that stand in for it.
    private IEnumerable<SyntaxNode> Bodies(IMethodSymbol method)
    {
        if (Syntax(method.OriginalDefinition) is { } own)
            yield return own;
        if (!method.IsVirtual && !method.IsAbstract && !method.IsOverride)
            yield break;

        var places = 0;
        foreach (var (tree, position) in program.Calls(method.Name, cancellationToken))
        {
            if (++places > MostPlaces)
                yield break;
            if (tree.GetRoot(cancellationToken).FindToken(position).Parent is MethodDeclarationSyntax declaration
                && program.Model(tree)?.GetDeclaredSymbol(declaration, cancellationToken) is { } candidate && StandsFor(candidate, method))
            {
                yield return declaration;
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
                FollowElements(receiver.Expression, frame, depth + 1);
            return;
        }

        if (ParameterOf(argument, method) is not { } parameter || Syntax(parameter) is not { Parent.Parent: { } body })
            return;

        foreach (var name in body.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == parameter.Name && WriteOf(name) is { } write && !IsDead(write, body))
                FollowWrite(write, new CallFrame(method.ReducedFrom ?? method, PassedArguments.Of(call, method), frame), depth);
        }
    }

    private void FollowParameter(IParameterSymbol parameter, ExpressionSyntax use, CallFrame? frame, int depth)
    {
        if (Syntax(parameter) is { Parent.Parent: { } function } declaration)
        {
            var writes = Writes(parameter, declaration, function, use);
            foreach (var write in writes)
                FollowWrite(write, frame, depth);
            if (writes.Count > 0 && AlwaysPrecedes(writes[writes.Count - 1], use))
                return;
        }

        if (frame is not null && SymbolEqualityComparer.Default.Equals(frame.Method.OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition))
            FollowArgument(parameter, frame.Arguments, frame.Outer, depth);
        else
            FollowCallers(parameter, depth);
    }

    private void FollowCallers(IParameterSymbol parameter, int depth)
    {
        foreach (var (call, arguments) in Callers(parameter))
            FollowArgument(parameter, arguments, null, depth, call);
        if (Syntax(parameter) is ParameterSyntax { Default.Value: { } value })
            Follow(value, null, depth + 1);
    }

    private void FollowArgument(IParameterSymbol parameter, PassedArguments arguments, CallFrame? frame, int depth, SyntaxNode? call = null)
    {
        if (arguments.For(parameter) is { } argument && (call is null || FunctionOf(call) is not { } function || !IsDead(call, function)))
            Follow(argument, frame, depth + 1);
    }

    private IEnumerable<(SyntaxNode Call, PassedArguments Arguments)> Callers(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            yield break;

        var isConstructor = method.MethodKind is MethodKind.Constructor;
        string[] names = isConstructor ? [method.ContainingType.Name, "new", "base", "this"] : [method.Name];
        var places = 0;
        foreach (var name in names)
        {
            foreach (var (tree, position) in program.Calls(name, cancellationToken))
            {
                if (places > MostPlaces * 4)
                    yield break;

                var call = CallAt(tree.GetRoot(cancellationToken).FindToken(position));
                if (call is null || !MayPass(call, method) || !MayPassText(call, parameter) || IsOfAnotherType(call, method))
                    continue;

                places++;
                if (SymbolOf(call) is not IMethodSymbol called)
                    continue;

                var target = called.ReducedFrom ?? called;
                if (SymbolEqualityComparer.Default.Equals(target.OriginalDefinition, method.OriginalDefinition) || StandsFor(method, target))
                    yield return (call, PassedArguments.Of(call, called));
            }
        }
    }

    // As many arguments as the method can take: one less where an extension is called as a member.
    private static bool MayPass(SyntaxNode call, IMethodSymbol method)
    {
        var passed = ArgumentsOf(call)?.Arguments.Count ?? 0;
        var parameters = method.Parameters;
        if (parameters.Length > 0 && parameters[parameters.Length - 1].IsParams)
            return true;
        return passed <= parameters.Length && passed + (method.IsExtensionMethod ? 1 : 0) >= parameters.Count(static parameter => !parameter.IsOptional);
    }

    /// <summary>Whether what is passed may come from a literal, by its form: a cheap look before anything is bound.</summary>
    internal static bool MayLeadToText(ArgumentSyntax argument) => !argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword) && LiteralText.Strip(argument.Expression) switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value is string or char,
        IdentifierNameSyntax named when TextTypes.IsOfAnother(named) => false,
        ThisExpressionSyntax or TypeOfExpressionSyntax or AnonymousFunctionExpressionSyntax or DefaultExpressionSyntax => false,
        PrefixUnaryExpressionSyntax or IsPatternExpressionSyntax => false,
        _ => true,
    };

    // One to the left where an extension is called as a member, whose first parameter is the receiver; by name at any place.
    private static bool MayPassText(SyntaxNode call, IParameterSymbol parameter)
    {
        if (parameter.IsParams || ArgumentsOf(call) is not { } list)
            return true;
        var isExtension = parameter.ContainingSymbol is IMethodSymbol { IsExtensionMethod: true };
        if (isExtension && parameter.Ordinal == 0)
            return true;
        for (var index = 0; index < list.Arguments.Count; index++)
        {
            var argument = list.Arguments[index];
            var isOfParameter = argument.NameColon is { } name
                ? name.Name.Identifier.ValueText == parameter.Name
                : index == parameter.Ordinal || (isExtension && index == parameter.Ordinal - 1);
            if (isOfParameter && MayLeadToText(argument))
                return true;
        }

        return false;
    }

    // Many types have a static method of one name, and every type is made with "new": what is written to be of another type is not bound.
    private static bool IsOfAnotherType(SyntaxNode call, IMethodSymbol method) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: SimpleNameSyntax type } } =>
            method is { IsStatic: true, IsExtensionMethod: false, ContainingType.BaseType.SpecialType: SpecialType.System_Object } && type.Identifier.ValueText != method.ContainingType.Name,
        ImplicitObjectCreationExpressionSyntax creation => TargetTypes.Of(creation) is { } type && SyntaxNames.OfType(type) is { Length: > 0 } name && name != method.ContainingType.Name,
        ConstructorInitializerSyntax initializer when initializer.IsKind(SyntaxKind.ThisConstructorInitializer) =>
            initializer.Parent is ConstructorDeclarationSyntax own && own.Identifier.ValueText != method.ContainingType.Name,
        ConstructorInitializerSyntax initializer => initializer.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { BaseList.Types: var bases } && bases.All(type => SyntaxNames.OfType(type.Type) != method.ContainingType.Name),
        _ => false,
    };


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
        var position = ((BaseArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument);
        if (position < method.Parameters.Length)
            return method.Parameters[position];
        return method.Parameters.Length > 0 && method.Parameters[method.Parameters.Length - 1] is { IsParams: true } last ? last : null;
    }
}
