namespace SecretsAudit.Detection;

/// <summary>What several settings have alike.</summary>
internal static class ValueSettings
{
    /// <summary>Whether a program reads the value, on whichever machine.</summary>
    public static bool IsConfiguration(this ValueSetting setting) => setting is ValueSetting.Configuration or ValueSetting.DevelopmentConfiguration;

    /// <summary>Whether the value stands in a program, a test's or another.</summary>
    public static bool IsCode(this ValueSetting setting) => setting is ValueSetting.SourceCode or ValueSetting.TestCode;
}
