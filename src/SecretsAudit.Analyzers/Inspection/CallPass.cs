using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Contexts;
using SecretsAudit.Analyzers.Flow;
using SecretsAudit.Analyzers.Lexing;
using SecretsAudit.Analyzers.Sinks;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>Calls of known APIs that take a credential, and of methods whose parameter is named as one.</summary>
internal sealed class CallPass
{
    private static readonly Sink SecureString = new("SecureString", 0, ["c"], SinkKind.Password);

    private static readonly Sink CertificateFile = new("X509Certificate", 0, ["fileName"], SinkKind.Certificate);

    private readonly SourceView _view;

    private CallPass(SourceView view) => _view = view;

    public static void Run(SourceView view)
    {
        var pass = new CallPass(view);
        foreach (var anchor in view.Facts.Anchors)
        {
            if (anchor.Kind is AnchorKind.SinkCall || (anchor.Kind is AnchorKind.Call && view.Program.MayTakeCredential(anchor.Name, view.CancellationToken)))
                pass.Look(anchor);
        }
    }

    private void Look(SourceAnchor anchor)
    {
        var token = _view.TokenAt(anchor.Position);
        if (token.SpanStart != anchor.Position || FlowTracer.CallAt(token) is not { } call)
            return;

        if (call is AttributeSyntax attribute)
            LookAtAttribute(attribute);
        else if (FlowTracer.ArgumentsOf(call) is { Arguments.Count: > 0 } arguments && IsWorthBinding(call, anchor.Kind is AnchorKind.SinkCall, token.ValueText, arguments))
            LookAtCall(call, token.ValueText, arguments);
    }

    private bool IsWorthBinding(SyntaxNode call, bool isSink, string name, ArgumentListSyntax arguments)
    {
        if (isSink && call is ImplicitObjectCreationExpressionSyntax creation)
        {
            if (TargetTypes.Of(creation) is not { } type)
                return arguments.Arguments.Any(MayHoldLiteral);
            name = SyntaxNames.OfType(type);
            isSink = CallNames.IsSink(name);
        }

        if (isSink && !IsPlainHash(call) && !CreatesNoUser(call, name))
            return arguments.Arguments.Any(argument => FlowTracer.MayLeadToText(argument) && !ForeignValues.Give(argument.Expression, _view.Program, _view.CancellationToken));

        for (var index = 0; index < arguments.Arguments.Count; index++)
        {
            var argument = arguments.Arguments[index];
            if (FlowTracer.MayLeadToText(argument) && !IsKnownByName(argument.Expression) && MayGive(argument, index, arguments.Arguments.Count, call, name)
                && !ForeignValues.Give(argument.Expression, _view.Program, _view.CancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    // SHA256.HashData(text): a digest without a key.
    private static bool IsPlainHash(SyntaxNode call) => call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var type, Name.Identifier.ValueText: "HashData" or "HashDataAsync" } }
        && SyntaxNames.OfValue(type) is "MD5" or "SHA1" or "SHA256" or "SHA384" or "SHA512" or "SHA3_256" or "SHA3_384" or "SHA3_512";

    // Of those who create, ASP.NET Identity's UserManager, and what libraries derive from it, is given a password.
    private static bool CreatesNoUser(SyntaxNode call, string name) => name is "CreateAsync"
        && !(call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var users } } && SyntaxNames.OfValue(users).EndsWith("userManager", StringComparison.OrdinalIgnoreCase));

    // Which of a constructor's overloads "base" and "this" call, nothing tells before it is bound.
    private bool MayGive(ArgumentSyntax argument, int index, int count, SyntaxNode call, string name)
    {
        if (call is ConstructorInitializerSyntax || index > 62)
            return true;
        if (argument.NameColon is { } named)
            return MayBeCredential(named.Name.Identifier.ValueText, argument.Expression);

        foreach (var parameter in _view.Program.CredentialParameters(NameHash.Of(name), _view.CancellationToken))
        {
            if ((parameter.PositionsIn(count) & (1UL << index)) != 0 && (_view.Program.IsReferencedTaker(name) || MayBeCredential(parameter.Name, argument.Expression)))
                return true;
        }

        return false;
    }

    // What is written out is judged before it is bound: nearly every literal that is passed is no credential.
    private bool MayBeCredential(string name, ExpressionSyntax value) =>
        LiteralText.Strip(value) is not LiteralExpressionSyntax { Token.Value: string text } literal || _view.HasFinding(literal)
        || _view.Judge.Named(name, text, isBytes: false) is not null;

    // Format(string, params object[] tokens): anything at all.
    private static string? NameOf(IParameterSymbol? parameter) => parameter is { IsParams: true, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Object } } ? null : parameter?.Name;

    private void LookAtAttribute(AttributeSyntax attribute)
    {
        if (attribute.ArgumentList is not { } list || Method(attribute) is not { } method)
            return;

        for (var index = 0; index < list.Arguments.Count && index < method.Parameters.Length; index++)
        {
            var argument = list.Arguments[index];
            if (argument.NameEquals is null && argument.NameColon is null)
                Judge(argument.Expression, method.Parameters[index].Name, null);
        }
    }

    private void LookAtCall(SyntaxNode call, string name, ArgumentListSyntax arguments)
    {
        var method = IsKnownUnbound(call) ? null : Method(call);
        var isCreation = call is not InvocationExpressionSyntax;
        var sinks = SinkTable.Of(isCreation && method is not null ? method.ContainingType.Name : call is ImplicitObjectCreationExpressionSyntax created && TargetTypes.Of(created) is { } type ? SyntaxNames.OfType(type) : name, isCreation);
        for (var index = 0; index < arguments.Arguments.Count; index++)
        {
            var argument = arguments.Arguments[index];
            if (!FlowTracer.MayLeadToText(argument) || (sinks.Count > 0 && index > 0 && IsExample(arguments.Arguments[index - 1], argument)))
                continue;

            var parameter = argument.NameColon?.Name.Identifier.ValueText ?? (method is null ? null : NameOf(FlowTracer.ParameterOf(argument, method)));
            Judge(argument.Expression, parameter, SinkFor(sinks, call, method, parameter, index));
        }

        if (isCreation && name is "X509Certificate" or "X509Certificate2" && WrittenTo(call, arguments.Arguments[0].Expression) is { } written)
            Judge(written, null, CertificateFile);
        if (CallNames.IsAmazonClient(name) && isCreation && method is null && arguments.Arguments.Count >= 2)
            Judge(arguments.Arguments[1].Expression, "secretAccessKey", null);
        if (name is "AppendChar" && LiteralText.Strip(arguments.Arguments[0].Expression) is LiteralExpressionSyntax { Token.Value: char } character)
            _view.Add(character, new(RuleIds.HardCodedCredential, "generic-password", CredentialConfidence.Medium, "a SecureString is filled with characters that are written out"), "password");
        else if (name is "AppendChar")
            Judge(arguments.Arguments[0].Expression, null, SecureString);
    }

    // Authenticate("username", "password")
    private static bool IsExample(ArgumentSyntax user, ArgumentSyntax password) =>
        user.Expression is LiteralExpressionSyntax { Token.Value: string name } && password.Expression is LiteralExpressionSyntax { Token.Value: string word } && NamedValue.IsExample(name.AsSpan(), word.AsSpan());

    // A type of a package that is not referenced: binding would find nothing.
    private bool IsKnownUnbound(SyntaxNode call) => call is ObjectCreationExpressionSyntax { Type: var created } && SyntaxNames.OfType(created) is var type
        && SinkTable.IsWhole(type) && _view.Program.KnowsReferences && !_view.Program.MayDeclare(type, _view.CancellationToken);

    // File.WriteAllBytes(path, bytes); new X509Certificate(path, …)
    private ExpressionSyntax? WrittenTo(SyntaxNode creation, ExpressionSyntax path)
    {
        if (path is not IdentifierNameSyntax { Identifier.ValueText: var name } || creation.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { } method)
            return null;

        foreach (var call in _view.Program.Effort.NodesIn(method).OfType<InvocationExpressionSyntax>())
        {
            if (call.ArgumentList.Arguments is { Count: 2 } arguments && SyntaxNames.OfCall(call) is "WriteAllBytes"
                && arguments[0].Expression is IdentifierNameSyntax file && file.Identifier.ValueText == name)
            {
                return arguments[1].Expression;
            }
        }

        return null;
    }

    private void Judge(ExpressionSyntax value, string? parameter, Sink? sink)
    {
        var isNamed = parameter is not null && _view.Judge.IsCredentialName(parameter);
        if (sink is null && (!isNamed || IsKnownByName(value) || !_view.MayHoldText(value)))
            return;

        _view.AddOrigins(value, parameter ?? sink!.Name, origin =>
            sink is null ? _view.Judge.Named(parameter!, origin.Text, origin.IsBytes) : _view.Judge.Passed(sink, origin.Text, origin.IsBytes));
    }

    // What has a credential's name itself is judged where it gets its value.
    private bool IsKnownByName(ExpressionSyntax value) => LiteralText.Strip(value) switch
    {
        IdentifierNameSyntax or MemberAccessExpressionSyntax => _view.Judge.IsCredentialName(SyntaxNames.OfValue(value)),
        AssignmentExpressionSyntax { Left: var assigned } => _view.Judge.IsCredentialName(SyntaxNames.OfValue(assigned)),
        _ => false,
    };

    private static Sink? SinkFor(IReadOnlyList<Sink> sinks, SyntaxNode call, IMethodSymbol? method, string? parameter, int index)
    {
        foreach (var sink in sinks)
        {
            if (sink.Api is "HashData" or "HashDataAsync" && method?.ContainingType.Name.StartsWith("HMAC", StringComparison.Ordinal) != true)
                continue;
            if (CreatesNoUser(call, sink.Api))
                continue;
            if (sink.Api is "AuthenticationHeaderValue" && !IsCredentialScheme(call))
                continue;
            if (parameter is null && sink.Api is "HashPassword" && index != FlowTracer.ArgumentsOf(call)!.Arguments.Count - 1)
                continue;
            if (sink.Api is "Secret" && !IsIdentityServer(call, method))
                continue;
            if (parameter is not null ? sink.Parameters.Contains(parameter) : index == sink.Position && sink.Kind is not SinkKind.Certificate && SinkTable.IsTellingAlone(sink.Api))
                return sink;
        }

        return null;
    }

    private static bool IsCredentialScheme(SyntaxNode call) =>
        FlowTracer.ArgumentsOf(call)?.Arguments[0].Expression is not LiteralExpressionSyntax { Token.ValueText: var scheme }
        || scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
        || scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
        || scheme.IndexOf("key", StringComparison.OrdinalIgnoreCase) >= 0
        || scheme.IndexOf("token", StringComparison.OrdinalIgnoreCase) >= 0;

    // IdentityServer's secrets are hashed where they are declared.
    private static bool IsIdentityServer(SyntaxNode call, IMethodSymbol? method) =>
        method?.ContainingNamespace.ToDisplayString().IndexOf("IdentityServer", StringComparison.Ordinal) >= 0
        || FlowTracer.ArgumentsOf(call)!.Arguments[0].Expression is InvocationExpressionSyntax hash && SyntaxNames.OfCall(hash) is "Sha256" or "Sha512";

    // What new(…) creates only binding tells, which is worth it where a text stands in it, or something that is named as constants are.
    private static bool MayHoldLiteral(ArgumentSyntax argument)
    {
        if (!FlowTracer.MayLeadToText(argument))
            return false;
        for (var token = argument.GetFirstToken(); !token.IsKind(SyntaxKind.None) && token.SpanStart < argument.Span.End; token = token.GetNextToken())
        {
            if (token.Value is string ? token.Parent is LiteralExpressionSyntax : token.IsKind(SyntaxKind.InterpolatedStringTextToken) || token.Parent is IdentifierNameSyntax && token.ValueText.Length > 0 && char.IsUpper(token.ValueText[0]))
                return true;
        }

        return false;
    }

    private IMethodSymbol? Method(SyntaxNode call)
    {
        if (_view.Model(call) is not { } model)
            return null;

        var symbol = model.GetSymbolInfo(call, _view.CancellationToken);
        if (symbol.Symbol is not null || symbol.CandidateSymbols.Length == 0)
            return symbol.Symbol as IMethodSymbol;

        // Where a type is missing, no overload fits: the one with as many parameters is meant.
        var count = FlowTracer.ArgumentsOf(call)?.Arguments.Count;
        return symbol.CandidateSymbols.OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == count) ?? symbol.CandidateSymbols[0] as IMethodSymbol;
    }
}
