using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SecretsAudit.Analyzers.Facts;

/// <summary>
/// How much is done to follow a program's values: in proportion to its size, so that code which was written to take long, or to fill the memory, does
/// neither. When it is spent, nothing is bound or followed any more, and names are judged as they are written.
/// </summary>
/// <param name="length">How many characters the program has.</param>
internal sealed class Effort(long length)
{
    // Of 781 projects of 17 public repositories, none asked more than 12,700 times, or 9 times in 1,000 characters, nor read more than 1.5 times its length.
    private long _questions = 20_000 + (length / 256);
    private long _characters = 4_000_000 + (length * 10);

    /// <summary>Whether values were left that nobody followed.</summary>
    public bool IsSpent => Volatile.Read(ref _questions) < 0 || Volatile.Read(ref _characters) < 0;

    /// <summary>Whether one more question to the compiler may be asked: each leaves some thousand bytes behind.</summary>
    public bool Ask() => Volatile.Read(ref _characters) >= 0 && Interlocked.Decrement(ref _questions) >= 0;

    /// <summary>Whether so many characters more may be searched for what uses a name.</summary>
    public bool Search(int characters) => Volatile.Read(ref _questions) >= 0 && Interlocked.Add(ref _characters, -characters) >= 0;

    /// <summary>The nodes below one, in search of what uses a name; none when enough was searched.</summary>
    public IEnumerable<SyntaxNode> NodesIn(SyntaxNode scope, Func<SyntaxNode, bool>? goesInto = null) =>
        Search(scope.FullSpan.Length) ? scope.DescendantNodes(goesInto) : [];
}
