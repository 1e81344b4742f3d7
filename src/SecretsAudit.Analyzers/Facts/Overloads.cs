using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Lexing;

namespace SecretsAudit.Analyzers.Facts;

/// <summary>How many methods the compiler has to choose from where one is called: it compares each with all others.</summary>
internal static class Overloads
{
    // The most that any of 2,605 projects of public repositories has are 220, which extend one type.
    private const int Most = 300;

    /// <summary>Whether a type of a program, or all that extend any, have more. Of most programs the characters say that none does.</summary>
    public static bool AreTooMany(IReadOnlyList<ProgramFile> files)
    {
        var names = new Dictionary<int, int>();
        foreach (var file in files)
            CountNames(file, names);

        var methods = new Dictionary<(string Type, string Method), int>();
        foreach (var file in files)
        {
            if (HasTooMany(file, names, methods))
                return true;
        }

        return false;
    }

    private static void CountNames(ProgramFile file, Dictionary<int, int> names)
    {
        foreach (var anchor in file.Facts(CancellationToken.None).Anchors)
        {
            if (MayDeclare(file, anchor))
                names[anchor.Name] = names.TryGetValue(anchor.Name, out var count) ? count + 1 : 1;
        }
    }

    private static bool HasTooMany(ProgramFile file, Dictionary<int, int> names, Dictionary<(string Type, string Method), int> methods)
    {
        TokenFinder? tokens = null;
        foreach (var anchor in file.Facts(CancellationToken.None).Anchors)
        {
            if (!names.TryGetValue(anchor.Name, out var count) || count <= Most || !MayDeclare(file, anchor))
                continue;
            if ((tokens ??= new(file.Tree.GetRoot(CancellationToken.None))).At(anchor.Position).Parent is not BaseMethodDeclarationSyntax { Parent: TypeDeclarationSyntax type } method)
                continue;

            var isExtension = method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true;
            var key = (isExtension ? "" : FullName(type), method is MethodDeclarationSyntax named ? named.Identifier.ValueText : "");
            methods[key] = methods.TryGetValue(key, out var known) ? known + 1 : 1;
            if (known >= Most)
                return true;
        }

        return false;
    }

    private static string FullName(TypeDeclarationSyntax type) => string.Join(".", type.AncestorsAndSelf().Select(static node => node switch
    {
        TypeDeclarationSyntax outer => outer.Identifier.ValueText,
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        _ => "",
    }));

    // A declaration stands behind its type, its modifiers, or another member; a call behind what it is called on, or what takes its value.
    private static bool MayDeclare(ProgramFile file, SourceAnchor anchor)
    {
        if (anchor.Kind is not (AnchorKind.Call or AnchorKind.SinkCall))
            return false;

        var text = file.Text(CancellationToken.None);
        var at = anchor.Position;
        while (at > 0 && text[at - 1] <= ' ')
            at--;
        return at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '_' or '>' or ']' or '?' or '*' or ';' or '{' or '}' or '/');
    }
}
