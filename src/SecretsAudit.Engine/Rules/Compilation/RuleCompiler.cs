using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecretsAudit.Engine.Rules.Reading;
using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules.Compilation;

/// <summary>
/// Compiles the rules of a folder into one assembly. The only class through which the C# compiler is reached, so that a program that
/// finds its rules compiled never loads it.
/// </summary>
internal static class RuleCompiler
{
    // An overflow throws, and becomes a finding about the rule; unchecked it could turn a failure into a pass.
    private static CSharpCompilationOptions Options => new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, deterministic: true, concurrentBuild: false);

    /// <summary>Compiles rules.</summary>
    /// <param name="rules">The rules; their ids are unique.</param>
    /// <param name="assemblyName">The assembly's name.</param>
    /// <param name="metadata">What the assembly carries besides its code.</param>
    /// <param name="errors">Receives what is wrong, with places in the rules' files.</param>
    /// <returns>The assembly's bytes; empty when there are errors.</returns>
    public static byte[] Compile(IReadOnlyList<Rule> rules, string assemblyName, byte[] metadata, ErrorList errors)
    {
        var admitted = true;
        foreach (var rule in rules)
        {
            foreach (var parameter in rule.Parameters.Where(parameter => SyntaxFacts.GetKeywordKind(parameter.Name) != SyntaxKind.None))
            {
                errors.Add(rule.At, $"The parameter '{parameter.Name}' is named as a word of C#.", "Choose another name.");
                admitted = false;
            }

            foreach (var expression in Expressions(rule.Body))
                admitted &= ExpressionSyntaxGate.Admits(rule, expression, errors);
        }

        return admitted ? Emit(new RuleSource(rules), assemblyName, metadata, errors) : [];
    }

    private static byte[] Emit(RuleSource source, string assemblyName, byte[] metadata, ErrorList errors)
    {
        var tree = CSharpSyntaxTree.ParseText(source.Code, new CSharpParseOptions(LanguageVersion.CSharp14));
        var compilation = CSharpCompilation.Create(assemblyName, [tree], RuleReferences.All, Options);
        var model = compilation.GetSemanticModel(tree);
        var allowed = new AllowedSymbols(compilation);

        var broken = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        foreach (var diagnostic in broken)
            CompilerMessages.Add(diagnostic, SegmentOf(source, diagnostic), model, allowed, errors);

        if (broken.Count > 0)
            return [];

        var gate = new ExpressionMeaningGate(allowed);
        var admitted = true;
        foreach (var group in source.Segments.GroupBy(segment => segment.Rule))
            admitted &= AdmitsMeaning(group.Key, [.. group], tree, model, gate, errors);

        return admitted ? Emit(compilation, metadata) : [];
    }

    private static bool AdmitsMeaning(
        Rule rule, IReadOnlyList<RuleSource.Segment> segments, SyntaxTree tree, SemanticModel model, ExpressionMeaningGate gate, ErrorList errors)
    {
        var admitted = true;
        var used = rule.Resource.Listing();
        var usesFleet = false;
        foreach (var segment in segments)
        {
            var node = tree.GetRoot().FindNode(segment.Span, getInnermostNodeForTie: true);
            var operation = model.GetOperation(node) ?? throw new InvalidOperationException($"No meaning found for '{segment.Expression.Text}'.");
            if (gate.Refusal(operation, out var needs, out var fleet) is { } refusal)
            {
                errors.Add(CompilerMessages.Position(segment, refusal.At.Syntax.SpanStart), refusal.Message);
                admitted = false;
            }

            used |= needs;
            usesFleet |= fleet;
        }

        return admitted && AdmitsNeeds(rule, used, usesFleet, errors);
    }

    // A collector reads only what the enabled rules say they need: a need left out would make a fact unknown for ever.
    private static bool AdmitsNeeds(Rule rule, InventoryNeeds used, bool usesFleet, ErrorList errors)
    {
        if (rule.Needs == used && rule.NeedsFleet == usesFleet)
            return true;

        var wanted = NeedsReader.Format(used) + (usesFleet ? ", fleet" : "");
        errors.Add(rule.At, "'needs' does not name exactly the reads that the rule's facts come from.", $"Write needs: [{wanted}].");
        return false;
    }

    private static RuleSource.Segment SegmentOf(RuleSource source, Diagnostic diagnostic)
    {
        var start = diagnostic.Location.SourceSpan.Start;
        foreach (var segment in source.Segments)
        {
            // The parenthesis before an expression belongs to it: a condition of the wrong type is reported there.
            if (start >= segment.Span.Start - 1 && start <= segment.Span.End)
                return segment;
        }

        throw new InvalidOperationException($"The compiled form of a rule is wrong outside of its expressions: {diagnostic}");
    }

    private static IEnumerable<RuleExpression> Expressions(RuleBody body) =>
        new[] { body.When, body.Fail }.OfType<RuleExpression>()
            .Concat(body.Message.Parts.Select(part => part.Hole).OfType<RuleExpression>())
            .Concat(body.Evidence.Select(evidence => evidence.Expression))
            .Concat(body.Fixes.SelectMany(fix => fix.Template.Parts).Select(part => part.Hole).OfType<RuleExpression>());

    private static byte[] Emit(Microsoft.CodeAnalysis.Compilation compilation, byte[] metadata)
    {
        using var stream = new MemoryStream();
        var resource = new ResourceDescription(CompiledRules.MetadataResource, () => new MemoryStream(metadata, writable: false), isPublic: true);
        var result = compilation.Emit(stream, manifestResources: [resource]);
        return result.Success
            ? stream.ToArray()
            : throw new InvalidOperationException($"The rules could not be compiled: {string.Join("; ", result.Diagnostics)}");
    }
}
