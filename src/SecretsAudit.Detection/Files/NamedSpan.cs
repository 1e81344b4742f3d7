using System.Runtime.InteropServices;

namespace SecretsAudit.Detection.Files;

/// <summary>A value's place in a text, and the name that it stands under.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct NamedSpan(string name, int start, int length)
{
    public string Name => name;

    public int Start => start;

    public int Length => length;
}
