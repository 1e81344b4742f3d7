using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecretsAudit.Engine.Facts;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules.Compilation;

/// <summary>
/// The second gate: what an expression means, operation by operation. Everything is denied that is not listed here or in <see cref="AllowedSymbols"/>.
/// </summary>
internal sealed class ExpressionMeaningGate(AllowedSymbols allowed)
{
    private InventoryNeeds _needs;
    private bool _fleet;

    /// <summary>The first thing that is not allowed; null when everything is.</summary>
    /// <param name="root">The expression's operation.</param>
    /// <param name="needs">The reads that its facts come from.</param>
    /// <param name="fleet">Whether one of its facts compares with the fleet.</param>
    public (IOperation At, string Message)? Refusal(IOperation root, out InventoryNeeds needs, out bool fleet)
    {
        _needs = InventoryNeeds.None;
        _fleet = false;
        (IOperation, string)? refusal = null;
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (Problem(operation) is not { } problem)
                continue;

            refusal = (operation, problem);
            break;
        }

        (needs, fleet) = (_needs, _fleet);
        return refusal;
    }

    private string? Problem(IOperation operation) => operation switch
    {
        // An operator's or a conversion's own type is checked like any other.
        { Type: { } type } when !allowed.IsType(type) => $"A rule may not use the type {type.ToDisplayString()}.",
        ILiteralOperation => null,
        IParenthesizedOperation => null,
        IArgumentOperation argument => argument.ArgumentKind == ArgumentKind.Explicit ? null : "Every argument must be written out.",
        IParameterReferenceOperation => null,
        IPropertyReferenceOperation property => Property(property),
        IInvocationOperation invocation => allowed.IsFunction(invocation.TargetMethod) ? null : $"A rule may not call {Name(invocation.TargetMethod)}.",
        IBinaryOperation binary => Binary(binary),
        IUnaryOperation { OperatorMethod: { } method } => allowed.IsOperator(method) ? null : $"A rule may not use {Name(method)}.",
        IUnaryOperation => null,
        IConversionOperation conversion => Conversion(conversion),
        _ => $"A rule may not do this ({operation.Kind}).",
    };

    private string? Property(IPropertyReferenceOperation reference)
    {
        if (!allowed.IsFact(reference.Property))
        {
            return reference.Property.Name is nameof(Fact<>.IsAbsent) or nameof(Fact<>.IsKnown) or nameof(Fact<>.IsUnknown)
                ? $"{reference.Property.Name} would treat an unknown as a no. Write .IsAbsent(), which stays unknown."
                : $"A rule may not use {Name(reference.Property)}.";
        }

        foreach (var attribute in reference.Property.GetAttributes().Where(attribute => attribute.AttributeClass?.Name == nameof(ReadsAttribute)))
        {
            _needs |= (InventoryNeeds)(int)attribute.ConstructorArguments[0].Value!;
            _fleet |= attribute.NamedArguments.Any(argument => argument is { Key: nameof(ReadsAttribute.Fleet), Value.Value: true });
        }

        return null;
    }

    private string? Binary(IBinaryOperation binary)
    {
        if (binary.OperatorMethod is { } method)
            return allowed.IsOperator(method) ? null : $"A rule may not use {Name(method)}.";

        // Built in, on numbers and truth values only: text cannot be joined, so it cannot grow.
        return binary.LeftOperand.Type?.SpecialType switch
        {
            SpecialType.System_Boolean or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal => null,
            SpecialType.System_String when binary.Type?.SpecialType == SpecialType.System_Boolean => null,
            _ => "A rule may not join texts.",
        };
    }

    private string? Conversion(IConversionOperation conversion) => !conversion.IsImplicit
        ? "A rule may not convert types."
        : conversion.OperatorMethod is { } method && !allowed.IsOperator(method)
            ? $"A rule may not use the conversion of {Name(method)}."
            : null;

    private static string Name(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
