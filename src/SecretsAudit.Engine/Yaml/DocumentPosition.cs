namespace SecretsAudit.Engine.Yaml;

/// <summary>A place in a YAML file that a person wrote.</summary>
/// <param name="File">The file's path, as it was named to us.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public readonly record struct DocumentPosition(string File, int Line, int Column)
{
    /// <summary><c>file(line,column)</c>, as editors and build logs understand it.</summary>
    public override string ToString() => $"{File}({Line},{Column})";
}
