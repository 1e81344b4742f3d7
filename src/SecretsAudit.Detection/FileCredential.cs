using System;

namespace SecretsAudit.Detection;

/// <summary>A credential in a file, with its place as editors count it.</summary>
public sealed class FileCredential
{
    /// <summary>Describes a credential's place.</summary>
    public FileCredential(CredentialMatch match, string name, int line, int column, int endLine, int endColumn)
    {
        Match = match ?? throw new ArgumentNullException(nameof(match));
        Name = name ?? throw new ArgumentNullException(nameof(name));
        (Line, Column, EndLine, EndColumn) = (line, column, endLine, endColumn);
    }

    /// <summary>What was found; its <see cref="CredentialMatch.Start"/> counts from the beginning of the file's text.</summary>
    public CredentialMatch Match { get; }

    /// <summary>The name or key that it stands under; empty when it stands under none.</summary>
    public string Name { get; }

    /// <summary>The first line, from 1.</summary>
    public int Line { get; }

    /// <summary>The first column, from 1, in UTF-16 units.</summary>
    public int Column { get; }

    /// <summary>The last line, from 1.</summary>
    public int EndLine { get; }

    /// <summary>The column behind the last character, from 1.</summary>
    public int EndColumn { get; }
}
