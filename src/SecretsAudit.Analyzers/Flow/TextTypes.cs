using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretsAudit.Analyzers.Flow;

/// <summary>
/// Tells types whose values may be a credential from those that cannot: a parser's token, a cancellation's token and a dictionary's numeric key
/// bear a credential's name, and following them costs as much as following a password.
/// </summary>
internal static class TextTypes
{
    private static readonly HashSet<string> Holders = new(StringComparer.Ordinal)
    {
        "SecureString", "StringBuilder", "Uri", "UriBuilder", "StringValues", "StringSegment", "Utf8String", "BinaryData", "MemoryStream", "Stream", "ArrayList", "Hashtable",
        "NameValueCollection", "StringCollection", "StringDictionary", "LinkedListNode", "JsonNode", "JsonValue", "JToken", "JValue",
    };

    /// <summary>The type of what a variable, a parameter or a member holds; null for any other symbol.</summary>
    public static ITypeSymbol? Of(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>Whether a value of a type may be a text or bytes, or hold them; true for a type that is not known.</summary>
    public static bool MayHold(ITypeSymbol? type)
    {
        switch (type)
        {
            case null or IErrorTypeSymbol or ITypeParameterSymbol or IDynamicTypeSymbol:
                return true;
            case { SpecialType: SpecialType.System_String or SpecialType.System_Object or SpecialType.System_Char or SpecialType.System_Byte }:
            case { SpecialType: SpecialType.System_Collections_IEnumerable or SpecialType.System_Array }:
                return true;
            case IArrayTypeSymbol array:
                return MayHold(array.ElementType);
            case INamedTypeSymbol { IsGenericType: true } generic:
                return generic.TypeArguments.Any(MayHold);
            default:
                return Holders.Contains(type.Name);
        }
    }

    /// <summary>Whether a type is a number's, a truth's, a date's or an enumeration's: no text comes of it.</summary>
    public static bool IsSimple(ITypeSymbol? type) => type is { TypeKind: TypeKind.Enum } or
    {
        SpecialType: SpecialType.System_Boolean or SpecialType.System_DateTime or SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single
            or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64
    };

    /// <summary>The same for a parameter's declared type, by how it is written.</summary>
    public static bool MayBeWritten(TypeSyntax? type) => type switch
    {
        PredefinedTypeSyntax { Keyword: var keyword } => keyword.IsKind(SyntaxKind.StringKeyword) || keyword.IsKind(SyntaxKind.ObjectKeyword)
            || keyword.IsKind(SyntaxKind.CharKeyword) || keyword.IsKind(SyntaxKind.ByteKeyword),
        NullableTypeSyntax nullable => MayBeWritten(nullable.ElementType),
        ArrayTypeSyntax array => MayBeWritten(array.ElementType),
        IdentifierNameSyntax named => MayBeNamed(named.Identifier.ValueText),
        QualifiedNameSyntax qualified => MayBeWritten(qualified.Right),
        AliasQualifiedNameSyntax aliased => MayBeWritten(aliased.Name),
        GenericNameSyntax generic => Holders.Contains(generic.Identifier.ValueText) || generic.TypeArgumentList.Arguments.Any(MayBeWritten),
        _ => true,
    };

    /// <summary>Whether no text comes of an expression, by how it is written: a cheap look before anything is bound.</summary>
    public static bool IsOfAnother(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value is not (string or char),
        BinaryExpressionSyntax binary => !(binary.IsKind(SyntaxKind.AddExpression) || binary.IsKind(SyntaxKind.CoalesceExpression) || binary.IsKind(SyntaxKind.AsExpression)),
        ThisExpressionSyntax or TypeOfExpressionSyntax or AnonymousFunctionExpressionSyntax or DefaultExpressionSyntax or PrefixUnaryExpressionSyntax or IsPatternExpressionSyntax => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(System.Threading.CancellationToken) } => true,
        IdentifierNameSyntax name => IsParameterOfAnother(name),
        _ => false,
    };

    private static bool IsParameterOfAnother(IdentifierNameSyntax name)
    {
        var parameters = FlowTracer.FunctionOf(name) switch
        {
            BaseMethodDeclarationSyntax method => method.ParameterList,
            LocalFunctionStatementSyntax local => local.ParameterList,
            ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList,
            _ => null,
        };
        return parameters?.Parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText == name.Identifier.ValueText) is { Type: { } type } && !MayBeWritten(type);
    }

    // A type's parameter may be any type; "var" says nothing, nor does a name that is yet to be typed.
    private static bool MayBeNamed(string type) => Holders.Contains(type) || type is "String" or "Object" or "Char" or "Byte" or "var" or "dynamic"
        || type.EndsWith("String", StringComparison.Ordinal) || type.EndsWith("Password", StringComparison.Ordinal) || type.EndsWith("Secret", StringComparison.Ordinal)
        || type.Length < 2 || (type[0] == 'T' && char.IsUpper(type[1]));
}
