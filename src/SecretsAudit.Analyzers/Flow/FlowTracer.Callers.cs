using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Contexts;

namespace SecretsAudit.Analyzers.Flow;

internal sealed partial class FlowTracer
{
    // A function that is given so many different texts is for anything: which one arrives here, nobody knows.
    private const int MostTexts = 4;

    private void FollowCallers(IParameterSymbol parameter, int depth)
    {
        var before = _origins.Count;
        foreach (var (call, arguments) in Callers(parameter))
            FollowArgument(parameter, arguments, null, depth, call);
        if (_origins.Skip(before).Select(static origin => origin.Text).Distinct().Count() > MostTexts)
            _origins.RemoveRange(before, _origins.Count - before);
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
        var names = isConstructor ? NamesOfConstructor(method.ContainingType.Name) : [method.Name];
        var places = 0;
        foreach (var name in names)
        {
            foreach (var (file, position) in program.Calls(name, cancellationToken))
            {
                if (places > MostPlaces * 4)
                    yield break;

                var call = CallAt(file.Tree.GetRoot(cancellationToken).FindToken(position));
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

    private static string[] NamesOfConstructor(string type) => [type, "new", "base", "this"];

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
    internal static bool MayLeadToText(ArgumentSyntax argument) =>
        !argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword) && !TextTypes.IsOfAnother(LiteralText.Strip(argument.Expression));

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
}
