using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SecretsAudit.Analyzers.Facts;

/// <summary>
/// How much is done to follow a program's values: in proportion to its size, so that code which was written to take long, or to fill the memory, does
/// neither. What is counted is characters, of code that is bound and of code that is searched, and never time: the same program is always followed as far.
/// </summary>
/// <param name="length">How many characters the program has.</param>
internal sealed class Effort(long length)
{
    // The largest that 2,605 projects of public repositories ask about has 25,730.
    private const int LargestPiece = 1 << 17;

    // What a statement costs however short it is, and a question about one that is bound.
    private const int Piece = 500;
    private const int Question = 20;

    private long _bound = Bound(length);
    private long _searched = Searched(length);
    private int _leftOut;

    private readonly ConcurrentDictionary<SyntaxNode, bool> _pieces = new();

    /// <summary>Whether nothing more is followed: names are judged as they are written.</summary>
    public bool IsSpent => Volatile.Read(ref _bound) < 0 || Volatile.Read(ref _searched) < 0;

    /// <summary>Whether values were left that nobody followed.</summary>
    public bool HasLeftOut => IsSpent || Volatile.Read(ref _leftOut) != 0;

    /// <summary>Whether the compiler may be asked about a node, and has to bind what it stands in.</summary>
    public bool Ask(SyntaxNode node)
    {
        if (IsSpent)
            return false;

        if (BoundCode.Around(node, LargestPiece) is not { } piece)
        {
            Volatile.Write(ref _leftOut, 1);
            return false;
        }

        return Interlocked.Add(ref _bound, -(_pieces.TryAdd(piece, true) ? Piece + piece.FullSpan.Length : Question)) >= 0;
    }

    /// <summary>Whether so many characters more may be searched for what uses a name.</summary>
    public bool Search(int characters) => !IsSpent && Interlocked.Add(ref _searched, -characters) >= 0;

    /// <summary>The nodes below one, in search of what uses a name; none when enough was searched.</summary>
    public IEnumerable<SyntaxNode> NodesIn(SyntaxNode scope, Func<SyntaxNode, bool>? goesInto = null) =>
        Search(scope.FullSpan.Length) ? scope.DescendantNodes(goesInto) : [];

    /// <summary>Follows nothing at all.</summary>
    public void Spend() => Volatile.Write(ref _bound, -1);

    /// <summary>Begins anew.</summary>
    public void Renew()
    {
        _pieces.Clear();
        Volatile.Write(ref _leftOut, 0);
        Volatile.Write(ref _searched, Searched(length));
        Volatile.Write(ref _bound, Bound(length));
    }

    // None of those projects took half of either.
    private static long Bound(long length) => 1_500_000 + (length / 8);

    private static long Searched(long length) => 4_000_000 + (length * 10);
}
