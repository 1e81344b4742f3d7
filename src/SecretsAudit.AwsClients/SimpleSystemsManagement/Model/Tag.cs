namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>A tag.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_Tag.html"/>
public class Tag
{
    /// <summary>The key.</summary>
    public string? Key { get; set; }

    /// <summary>The value.</summary>
    public string? Value { get; set; }
}
