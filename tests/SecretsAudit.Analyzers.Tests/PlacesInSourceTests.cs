using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Facts;
using SecretsAudit.Analyzers.Flow;

namespace SecretsAudit.Analyzers.Tests;

/// <summary>Where tokens and arguments stand is told as the compiler tells it, in a time that does not grow with what stands around them.</summary>
public sealed class PlacesInSourceTests
{
    [Theory]
    [InlineData("class A { bool M(string a) => a == \"x\" || a == \"y\" || (a == \"z\" && b ?? c) || a.B().C(d, e => f); /* end */ }")]
    [InlineData("#if X\nclass {{{ \n#endif\n[A(1)] class A { string a = $\"x{b + $\"{c}\"}y\" + d; void M( { if (a } ")]
    public void A_token_is_the_same_from_wherever_it_is_looked_for(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetRoot();
        var tokens = new TokenFinder(root);

        foreach (var place in Enumerable.Range(0, source.Length).Concat(Enumerable.Range(0, source.Length).Reverse()))
            Assert.Equal(root.FindToken(place), tokens.At(place));
    }

    [Theory]
    [InlineData("F()")]
    [InlineData("F(a)")]
    [InlineData("F(a, b: 2, out var c, /* d */ e)")]
    public void An_argument_has_its_position(string call)
    {
        var arguments = ((InvocationExpressionSyntax)SyntaxFactory.ParseExpression(call)).ArgumentList.Arguments;

        Assert.Equal(Enumerable.Range(0, arguments.Count), arguments.Select(argument => arguments.PositionOf(argument)));
    }

    [Theory]
    [InlineData("class A { void M() { N(); if (a) { Find(b); } } }", "Find(b);")]
    [InlineData("class A { void M() { Run(x => { N(); Find(x); }); N(); } }", "Run(x => { N(); Find(x); });")]
    [InlineData("class A { void M() { N(); var a = from b in c where Find(b) select d; } }", "var a = from b in c where Find(b) select d;")]
    [InlineData("class A { string Password = Find(b); string Other; }", "string Password = Find(b)")]
    [InlineData("class A { string Password => Find(b); string Other; }", "=> Find(b)")]
    [InlineData("class A { string Password { get => Find(b); set { } } }", "=> Find(b)")]
    [InlineData("class A { [B(Find(b))] void M() { N(); } }", "[B(Find(b))]")]
    [InlineData("N(); Find(b);", "Find(b);")]
    public void The_compiler_binds_a_statement_or_what_is_in_none(string source, string bound)
    {
        var asked = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Single(call => call.Expression.ToString() == "Find");

        Assert.Equal(bound, BoundCode.Around(asked, 1000)?.ToString());
        Assert.Null(BoundCode.Around(asked, 5));
    }
}
