using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Flow;

namespace SecretsAudit.Analyzers.Facts;

/// <summary>A parameter with a credential's name, as a call shows it before anything is bound.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Least">The fewest arguments that a call of its method has.</param>
/// <param name="Most">The most.</param>
/// <param name="Positions">At which of a call's positions its argument may stand, one bit each.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CredentialParameter(string Name, int Least, int Most, ulong Positions)
{
    /// <summary>The positions at which a call with so many arguments may give it.</summary>
    public ulong PositionsIn(int arguments) => arguments >= Least && arguments <= Most ? Positions : 0;

    public static CredentialParameter Of(ParameterSyntax parameter)
    {
        if (parameter.Parent is not BaseParameterListSyntax list)
            return new(parameter.Identifier.ValueText, 0, int.MaxValue, ulong.MaxValue);

        var least = 0;
        var most = list.Parameters.Count;
        foreach (var other in list.Parameters)
        {
            if (other.Modifiers.Any(SyntaxKind.ParamsKeyword))
                most = int.MaxValue;
            else if (other.Default is null)
                least++;
        }

        var name = parameter.Identifier.ValueText;
        var position = list.Parameters.PositionOf(parameter);
        var bit = position > 63 ? ulong.MaxValue : 1UL << position;
        // Called as an extension, a method has one argument less.
        return list.Parameters[0].Modifiers.Any(SyntaxKind.ThisKeyword) ? new(name, least - 1, most, bit | (bit >> 1)) : new(name, least, most, bit);
    }
}
