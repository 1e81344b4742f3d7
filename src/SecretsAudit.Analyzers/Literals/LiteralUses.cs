using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretsAudit.Analyzers.Literals;

/// <summary>
/// Finds what a literal becomes: goes from it outwards to the name that it gets, and from a name that says nothing on to where that name is used.
/// Works on syntax, and asks the compiler only for the names of parameters.
/// </summary>
internal sealed class LiteralUses(SemanticModel model, CancellationToken cancellationToken)
{
    private const int Farthest = 4;
    private const int MostUses = 64;
    private readonly Dictionary<SyntaxNode, Dictionary<string, List<ExpressionSyntax>>> _identifiers = [];

    /// <summary>Every use that gives the literal a name; the nearest first. Empty when nothing names it.</summary>
    public List<LiteralUse> Of(ExpressionSyntax literal)
    {
        var uses = new List<LiteralUse>();
        Collect(literal, uses, 0, []);
        return uses;
    }

    private void Collect(ExpressionSyntax expression, List<LiteralUse> uses, int distance, HashSet<SyntaxNode> seen)
    {
        if (uses.Count >= MostUses || !seen.Add(expression))
            return;
        SyntaxNode current = expression;
        for (var parent = current.Parent; parent is not null; current = parent, parent = current.Parent)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (parent)
            {
                case ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax or InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression }
                    or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or StackAllocArrayCreationExpressionSyntax or ExpressionElementSyntax or CollectionExpressionSyntax
                    or SwitchExpressionArmSyntax or RefExpressionSyntax or AwaitExpressionSyntax:
                    continue;
                case SwitchExpressionSyntax choice when choice.GoverningExpression != current:
                    continue;
                case ConditionalExpressionSyntax choice when choice.Condition != current:
                    continue;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } fallback when fallback.Right == current:
                    if (KeyOfLookup(fallback.Left) is { } looked)
                    {
                        uses.Add(new(looked));
                        return;
                    }

                    if (NameOf(fallback.Left) is { } left)
                        uses.Add(new(left));
                    continue;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison:
                    if (NameOf(comparison.Left == current ? comparison.Right : comparison.Left) is { } compared)
                        uses.Add(new(compared, isCompared: true));
                    return;
                case ConstantPatternSyntax pattern:
                    if (Governing(pattern) is { } governing && NameOf(governing) is { } matched)
                        uses.Add(new(matched, isCompared: true));
                    return;
                case CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax statement }:
                    if (NameOf(statement.Expression) is { } switched)
                        uses.Add(new(switched, isCompared: true));
                    return;
                // "…".ToCharArray(), "…".Sha256(): still the literal.
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == current:
                    if (access.Name.Identifier.ValueText is "Equals" or "SequenceEqual" && call.ArgumentList.Arguments is [{ Expression: var other }, ..])
                    {
                        if (NameOf(other) is { } equal)
                            uses.Add(new(equal, isCompared: true));
                        return;
                    }

                    if (!LiteralTransformations.Keeps(access.Name.Identifier.ValueText))
                        return;
                    parent = call;
                    continue;
                case ArgumentSyntax argument:
                    if (Through(argument, uses) is not { } outer)
                    {
                        FollowParameter(argument, uses, distance, seen);
                        return;
                    }

                    parent = outer;
                    continue;
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                    Named(variable.Identifier.ValueText, variable, uses, distance, seen);
                    return;
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                    Named(property.Identifier.ValueText, property, uses, distance, seen);
                    return;
                case EqualsValueClauseSyntax { Parent: ParameterSyntax parameter }:
                    Named(parameter.Identifier.ValueText, parameter, uses, distance, seen);
                    return;
                case ArrowExpressionClauseSyntax or ReturnStatementSyntax:
                    if (MemberAround(parent) is { } member)
                        Named(NameOfMember(member), member, uses, distance, seen);
                    return;
                case AssignmentExpressionSyntax assignment when assignment.Right == current:
                    if (NameOf(assignment.Left) is { } assigned)
                    {
                        uses.Add(new(CipherProperty(assignment.Left, assigned) ?? assigned));
                        if (assignment.Left is IdentifierNameSyntax identifier)
                            Follow(identifier.Identifier.ValueText, ScopeOf(assignment), uses, distance, seen);
                    }

                    return;
                // { "Password", "…" }
                case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [var key, var value] } when value == current:
                    if (TextOf(key) is { } entry)
                        uses.Add(new(entry));
                    return;
                case AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name.Identifier.ValueText: var anonymous }:
                    uses.Add(new(anonymous));
                    return;
                case AttributeArgumentSyntax argument:
                    if (NameOf(argument) is { } attribute)
                        uses.Add(new(attribute));
                    return;
                default:
                    return;
            }
        }
    }

    // An argument that becomes part of what the call answers: the call's own use is the literal's. Null when the argument ends here.
    private InvocationExpressionSyntax? Through(ArgumentSyntax argument, List<LiteralUse> uses)
    {
        switch (argument.Parent)
        {
            case TupleExpressionSyntax { Arguments: [{ Expression: var key }, var value] } when value == argument:
                if (TextOf(key) is { } name)
                    uses.Add(new(name));
                return null;
            case ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list:
                var method = MethodName(call);
                if (LiteralTransformations.Yields(method) && list.Arguments.IndexOf(argument) == 0)
                    return call;
                NameArgument(argument, list, call, method, uses);
                return null;
            case ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax creation } list:
                NameArgument(argument, list, creation, null, uses);
                return null;
            case ArgumentListSyntax { Parent: (ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax) and var initializer } list:
                NameArgument(argument, list, initializer, null, uses);
                return null;
            default:
                return null;
        }
    }

    private void NameArgument(ArgumentSyntax argument, ArgumentListSyntax list, SyntaxNode call, string? method, List<LiteralUse> uses)
    {
        var ordinal = list.Arguments.IndexOf(argument);
        // Add("Password", "…"): the argument before is the name.
        if (ordinal >= 1 && TextOf(list.Arguments[ordinal - 1].Expression) is { } key && (method is null || LiteralTransformations.TakesKeyAndValue(method)))
            uses.Add(new(key));
        if (KeyOfLookupDefault(call, ordinal) is { } looked)
            uses.Add(new(looked));
        if (method is "Equals" or "SequenceEqual" or "FixedTimeEquals" or "Compare" or "CompareOrdinal")
        {
            var other = ordinal == 0 && list.Arguments.Count > 1 && method is not "Equals" || (ordinal == 0 && list.Arguments.Count > 1) ? list.Arguments[1].Expression
                : ordinal == 1 ? list.Arguments[0].Expression
                : call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Expression : null;
            if (other is not null && NameOf(other) is { } compared)
                uses.Add(new(compared, isCompared: true));
            return;
        }

        if (argument.NameColon is { Name.Identifier.ValueText: var given })
            uses.Add(new(given));

        var symbol = Callee(call);
        var type = symbol?.ContainingType?.Name ?? TypeName(call);
        var sink = method is null ? (type is null ? null : KnownSinks.OfConstructor(type, ordinal)) : KnownSinks.OfMethod(method, ordinal);
        if (sink is not null)
        {
            uses.Add(new(sink, isSink: true));
            return;
        }

        if (type == "AuthenticationHeaderValue" && ordinal == 1)
            uses.Add(new("token", isSink: true));
        if (symbol is not null && ordinal < symbol.Parameters.Length && argument.NameColon is null)
            uses.Add(new(symbol.Parameters[ordinal].Name));
    }

    // A private method's parameter is a local name with another spelling.
    private void FollowParameter(ArgumentSyntax argument, List<LiteralUse> uses, int distance, HashSet<SyntaxNode> seen)
    {
        if (distance >= Farthest || uses.Exists(use => use.IsSink) || argument.Parent is not ArgumentListSyntax { Parent: { } call } list || Callee(call) is not { } callee)
            return;
        var ordinal = list.Arguments.IndexOf(argument);
        if (ordinal >= callee.Parameters.Length || callee.DeclaringSyntaxReferences is not [var declared] || declared.SyntaxTree != argument.SyntaxTree)
            return;
        var parameter = callee.Parameters[ordinal].Name;
        Follow(parameter, declared.GetSyntax(cancellationToken), uses, distance, seen);
    }

    private void Named(string name, SyntaxNode declaration, List<LiteralUse> uses, int distance, HashSet<SyntaxNode> seen)
    {
        uses.Add(new(name));
        Follow(name, ScopeOf(declaration), uses, distance, seen);
    }

    private void Follow(string name, SyntaxNode scope, List<LiteralUse> uses, int distance, HashSet<SyntaxNode> seen)
    {
        if (distance >= Farthest)
            return;
        foreach (var use in IdentifiersIn(scope, name))
        {
            ExpressionSyntax outermost = use;
            while (outermost.Parent is MemberAccessExpressionSyntax access && access.Name == outermost)
                outermost = access;
            if (outermost.Parent is InvocationExpressionSyntax invoked && invoked.Expression == outermost)
                outermost = invoked;
            // Where it is written to it is not used.
            if (outermost.Parent is AssignmentExpressionSyntax assignment && assignment.Left == outermost)
                continue;
            Collect(outermost, uses, distance + 1, seen);
        }
    }

    private List<ExpressionSyntax> IdentifiersIn(SyntaxNode scope, string name)
    {
        if (!_identifiers.TryGetValue(scope, out var names))
        {
            names = new(StringComparer.Ordinal);
            foreach (var token in scope.DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is IdentifierNameSyntax identifier)
                {
                    if (!names.TryGetValue(token.ValueText, out var uses))
                        names[token.ValueText] = uses = [];
                    uses.Add(identifier);
                }
            }

            _identifiers[scope] = names;
        }

        return names.TryGetValue(name, out var found) ? found : [];
    }

    // A local is used in its method, a member in its type.
    private static SyntaxNode ScopeOf(SyntaxNode declaration)
    {
        var isMember = declaration is MemberDeclarationSyntax || declaration.Parent?.Parent is FieldDeclarationSyntax;
        for (var node = declaration.Parent; node is not null; node = node.Parent)
        {
            if (node is TypeDeclarationSyntax or CompilationUnitSyntax || (!isMember && node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax))
                return node;
        }

        return declaration;
    }

    private IMethodSymbol? Callee(SyntaxNode call)
    {
        var info = model.GetSymbolInfo(call, cancellationToken);
        return info.Symbol as IMethodSymbol ?? (info.CandidateSymbols is [IMethodSymbol candidate, ..] ? candidate : null);
    }

    private string? NameOf(AttributeArgumentSyntax argument)
    {
        if (argument.NameEquals is { Name.Identifier.ValueText: var property })
            return property;
        if (argument.NameColon is { Name.Identifier.ValueText: var given })
            return given;
        if (argument.Parent is not AttributeArgumentListSyntax { Parent: AttributeSyntax attribute } list)
            return null;
        // [DefaultValue("…")] speaks of the member it stands on.
        var name = attribute.Name is QualifiedNameSyntax { Right.Identifier.ValueText: var right } ? right : attribute.Name.ToString();
        if (name is "DefaultValue" or "DefaultValueAttribute")
            return attribute.Parent?.Parent is MemberDeclarationSyntax member ? NameOfMember(member) : null;
        var ordinal = list.Arguments.IndexOf(argument);
        return Callee(attribute) is { } constructor && ordinal < constructor.Parameters.Length ? constructor.Parameters[ordinal].Name : null;
    }

    // aes.Key = …: "Key" says nothing, the type says all.
    private string? CipherProperty(ExpressionSyntax target, string name)
    {
        if (name != "Key")
            return null;
        var owner = target is MemberAccessExpressionSyntax access ? model.GetTypeInfo(access.Expression, cancellationToken).Type?.Name
            : target.Parent?.Parent?.Parent is BaseObjectCreationExpressionSyntax creation ? model.GetTypeInfo(creation, cancellationToken).Type?.Name ?? TypeName(creation)
            : null;
        return KnownSinks.IsCipher(owner) ? "encryptionKey" : null;
    }

    /// <summary>The name of what is assigned or compared.</summary>
    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => name,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" or "Text" or "Password" } access when NameOf(access.Expression) is { } owner => $"{owner}.{access.Name.Identifier.ValueText}",
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name,
        MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } => name,
        ConditionalAccessExpressionSyntax access => NameOf(access.WhenNotNull),
        ElementAccessExpressionSyntax access => KeyOfLookup(access) ?? NameOf(access.Expression),
        ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var key }] } => TextOf(key),
        ParenthesizedExpressionSyntax inner => NameOf(inner.Expression),
        PostfixUnaryExpressionSyntax inner => NameOf(inner.Operand),
        CastExpressionSyntax inner => NameOf(inner.Expression),
        AwaitExpressionSyntax inner => NameOf(inner.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Trim" or "ToString" or "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant" } access } => NameOf(access.Expression),
        InvocationExpressionSyntax call => KeyOfLookup(call),
        _ => null,
    };

    // configuration["Db:Password"], GetEnvironmentVariable("DB_PASSWORD"), GetValue<string>("Db:Password")
    private static string? KeyOfLookup(ExpressionSyntax expression) => expression switch
    {
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } => TextOf(key),
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }, ..] } => TextOf(key),
        ParenthesizedExpressionSyntax inner => KeyOfLookup(inner.Expression),
        PostfixUnaryExpressionSyntax inner => KeyOfLookup(inner.Operand),
        _ => null,
    };

    private static string? KeyOfLookupDefault(SyntaxNode call, int ordinal) =>
        ordinal == 1 && call is InvocationExpressionSyntax invocation && MethodName(invocation) is "GetValue" or "GetValueOrDefault" or "GetEnvironmentVariable" or "Get" or "GetString" or "GetSetting" or "GetOption"
            ? KeyOfLookup(invocation)
            : null;

    private static string? TextOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } when text.Length <= 200 => text,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [{ Expression: var named }] } => NameOf(named),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name,
        _ => null,
    };

    private static string? MethodName(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };

    private static string? TypeName(SyntaxNode call) => call switch
    {
        ObjectCreationExpressionSyntax { Type: var type } => SimpleName(type),
        ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type: var type } } } => SimpleName(type),
        ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Type: var type } } } => SimpleName(type),
        _ => null,
    };

    private static string SimpleName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax { Right.Identifier.ValueText: var right } => right,
        SimpleNameSyntax { Identifier.ValueText: var simple } => simple,
        NullableTypeSyntax { ElementType: var element } => SimpleName(element),
        _ => type.ToString(),
    };

    private static ExpressionSyntax? Governing(SyntaxNode pattern)
    {
        for (var node = pattern.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case IsPatternExpressionSyntax test:
                    return test.Expression;
                case SwitchExpressionSyntax choice:
                    return choice.GoverningExpression;
                case SwitchStatementSyntax statement:
                    return statement.Expression;
                case SubpatternSyntax { NameColon.Name: var name }:
                    return name;
                case StatementSyntax or MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    private static SyntaxNode? MemberAround(SyntaxNode node)
    {
        for (; node is not null; node = node.Parent!)
        {
            if (node is AnonymousFunctionExpressionSyntax)
                return null;
            if (node is LocalFunctionStatementSyntax or MethodDeclarationSyntax or PropertyDeclarationSyntax)
                return node;
            if (node is TypeDeclarationSyntax)
                return null;
        }

        return null;
    }

    private static string NameOfMember(SyntaxNode member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        FieldDeclarationSyntax { Declaration.Variables: [var variable, ..] } => variable.Identifier.ValueText,
        _ => "",
    };
}
