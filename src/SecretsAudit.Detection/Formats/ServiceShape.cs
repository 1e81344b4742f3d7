using System;

namespace SecretsAudit.Detection.Formats;

/// <summary>What the tokens of a service look like that have no mark of their own.</summary>
internal sealed class ServiceShape(string name, bool isWord, string shapes)
{
    // Most services are never met.
    private FormatPattern[]? _shapes;

    /// <summary>The service's name, in small letters.</summary>
    public string Name => name;

    /// <summary>Whether the name is an ordinary word as well.</summary>
    public bool IsWord => isWord;

    /// <summary>The shapes, each from a token's first character on.</summary>
    public FormatPattern[] Shapes => _shapes ??= Array.ConvertAll(shapes.Split(';'), FormatPattern.ParseShape);
}
