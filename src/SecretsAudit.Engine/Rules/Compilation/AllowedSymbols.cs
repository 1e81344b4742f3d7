using Microsoft.CodeAnalysis;
using SecretsAudit.Engine.Facts;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules.Compilation;

/// <summary>Everything a rule may name. What is not listed here does not exist for a rule.</summary>
internal sealed class AllowedSymbols
{
    /// <summary>Types whose public properties are facts.</summary>
    private static readonly Type[] FactTypes =
            [
        typeof(SecretFacts), typeof(RotationFacts), typeof(KeyFacts), typeof(AccessFacts), typeof(UsageFacts), typeof(CostFacts), typeof(TagFacts),
        typeof(ReplicaFacts), typeof(KmsKeyFacts), typeof(ParameterFacts), typeof(AccountFacts),
    ];

    /// <summary>Types whose public methods and operators are the language's own.</summary>
    private static readonly Type[] LanguageTypes = [typeof(FactOperators), typeof(TimeFactOperators), typeof(FactFunctions)];

    /// <summary>Types of values.</summary>
    private static readonly Type[] ValueTypes =
    [
        typeof(bool), typeof(int), typeof(long), typeof(decimal), typeof(string), typeof(TimeSpan), typeof(DateTimeOffset),
        typeof(Truth), typeof(Fact<>), typeof(IReadOnlyList<>),
    ];

    /// <summary>Operators that other types bring. Of <see cref="Truth"/>, equality is left out: two unknowns would be equal.</summary>
    private static readonly (Type Type, string[] Operators)[] ForeignOperators =
    [
        (typeof(Truth), ["op_BitwiseAnd", "op_BitwiseOr", "op_LogicalNot", "op_True", "op_False", "op_Implicit"]),
        (typeof(TimeSpan), ["op_Addition", "op_Subtraction", "op_Multiply", "op_UnaryNegation", .. Comparisons]),
        (typeof(DateTimeOffset), ["op_Addition", "op_Subtraction", .. Comparisons]),
        (typeof(decimal), ["op_Addition", "op_Subtraction", "op_Multiply", "op_Division", "op_UnaryNegation", "op_Implicit", .. Comparisons]),
        (typeof(string), ["op_Equality", "op_Inequality"]),
    ];

    /// <summary>Methods of fact types; all others of theirs are out of reach.</summary>
    private static readonly HashSet<(string Type, string Method)> FactMethods =
    [
        (nameof(TagFacts), nameof(TagFacts.HasAll)), (nameof(TagFacts), nameof(TagFacts.FirstOf)), (nameof(AccessFacts), nameof(AccessFacts.Demands)),
        (nameof(UsageFacts), nameof(UsageFacts.ReadersOutsideOf)), (nameof(UsageFacts), nameof(UsageFacts.ReadersOfOtherAccounts)),
        (nameof(ReplicaFacts), nameof(ReplicaFacts.OutsideOf)), (nameof(ReplicaFacts), nameof(ReplicaFacts.UnreadFor)),
    ];

    private readonly HashSet<ISymbol> _facts;
    private readonly HashSet<ISymbol> _language;
    private readonly HashSet<ISymbol> _values;
    private readonly HashSet<ISymbol> _operators = new(SymbolEqualityComparer.Default);

    public AllowedSymbols(Microsoft.CodeAnalysis.Compilation compilation)
    {
        _facts = Find(compilation, FactTypes);
        _language = Find(compilation, LanguageTypes);
        _values = Find(compilation, ValueTypes);
        foreach (var (type, operators) in ForeignOperators)
            _operators.UnionWith(Symbol(compilation, type).GetMembers().Where(member => operators.Contains(member.Name)));
    }

    private static string[] Comparisons =>
        ["op_Equality", "op_Inequality", "op_LessThan", "op_LessThanOrEqual", "op_GreaterThan", "op_GreaterThanOrEqual"];

    public bool IsFact(IPropertySymbol property) => !property.IsStatic && _facts.Contains(property.ContainingType);

    public bool IsFunction(IMethodSymbol method) =>
        IsLanguage(method) || (_facts.Contains(method.ContainingType) && FactMethods.Contains((method.ContainingType.Name, method.Name)));

    public bool IsOperator(IMethodSymbol method) => IsLanguage(method) || _operators.Contains(method.OriginalDefinition);

    public bool IsType(ITypeSymbol? type) => type is INamedTypeSymbol named
        && (_values.Contains(named.OriginalDefinition) || _facts.Contains(named.OriginalDefinition))
        && named.TypeArguments.All(IsType);

    /// <summary>What a person might have meant by a name that a type does not have.</summary>
    public IEnumerable<string> MembersOf(ITypeSymbol? type)
    {
        if (type is null)
            return [];

        var own = _facts.Contains(type.OriginalDefinition)
            ? type.GetMembers().OfType<IPropertySymbol>()
                .Where(property => property.DeclaredAccessibility == Accessibility.Public && !property.IsIndexer)
                .Select(property => property.Name)
            : [];
        return type.Name == "Fact" ? FunctionNames : own;
    }

    private static IEnumerable<string> FunctionNames =>
        typeof(FactFunctions).GetMethods().Where(method => method.IsStatic).Select(method => method.Name).Distinct(StringComparer.Ordinal);

    private bool IsLanguage(IMethodSymbol method)
    {
        for (var type = method.OriginalDefinition.ContainingType; type is not null; type = type.ContainingType)
        {
            if (_language.Contains(type.OriginalDefinition))
                return method.DeclaredAccessibility == Accessibility.Public;
        }

        return false;
    }

    private static HashSet<ISymbol> Find(Microsoft.CodeAnalysis.Compilation compilation, IEnumerable<Type> types) =>
        types.Select(type => (ISymbol)Symbol(compilation, type)).ToHashSet(SymbolEqualityComparer.Default);

    private static INamedTypeSymbol Symbol(Microsoft.CodeAnalysis.Compilation compilation, Type type) =>
        compilation.GetTypeByMetadataName(type.FullName!) ?? throw new InvalidOperationException($"{type} is not in the compilation.");
}
