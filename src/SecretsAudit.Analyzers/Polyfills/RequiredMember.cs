#if !NET
namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler check <c>required</c> for .NET Standard 2.0.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class RequiredMemberAttribute : Attribute;

/// <summary>Goes with <see cref="RequiredMemberAttribute"/>.</summary>
/// <param name="featureName">The feature that a caller's compiler must know.</param>
[AttributeUsage(AttributeTargets.All)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName { get; } = featureName;
}
#endif
