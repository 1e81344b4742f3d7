using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Settings;

/// <summary>What a user may set about the inspection of source code.</summary>
public sealed class InspectionSettings
{
    /// <summary>The settings of a project that sets nothing.</summary>
    public static InspectionSettings Standard { get; } = new();

    /// <summary>Words that make a name a credential's, besides the known ones; matched anywhere in a name, ignoring case.</summary>
    public IReadOnlyList<string> AdditionalWords { get; init; } = [];

    /// <summary>Values that are no credentials; compared exactly.</summary>
    public IReadOnlyCollection<string> AllowedValues { get; init; } = [];

    /// <summary>The least confidence that is reported; <see cref="CredentialConfidence.Low"/> unless set: weak passwords are passwords.</summary>
    public CredentialConfidence MinimumConfidence { get; init; } = CredentialConfidence.Low;

    /// <summary>The secrets that exist, where an inventory was exported; null when none was.</summary>
    public SecretNames? Inventory { get; init; }

    /// <summary>How test code is judged; <see cref="TestCodeTreatment.Soft"/> unless set.</summary>
    public TestCodeTreatment TestCode { get; init; } = TestCodeTreatment.Soft;
}
