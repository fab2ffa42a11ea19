namespace DichVuCong.Sandbox.Settings;

/// <summary>A change of the settings: what is null stays as it is.</summary>
internal sealed record SettingsChange
{
    public long? Seed { get; init; }

    public string? Speed { get; init; }

    public IReadOnlyList<int>? StepMilliseconds { get; init; }

    public double? CounterDossiersPerSecond { get; init; }

    public double? FileCheckShare { get; init; }

    public Dictionary<string, int>? Journeys { get; init; }

    public int? MaxDossiers { get; init; }

    public int? MaxNotices { get; init; }

    public int? SmsDuplicateWindowSeconds { get; init; }

    public int? SessionSeconds { get; init; }

    public int? CallTimeoutSeconds { get; init; }

    public int? CallsAtOncePerSystem { get; init; }

    public int? FirstRetryMilliseconds { get; init; }

    public Dictionary<string, int>? Payers { get; init; }

    public double? BankTimeScale { get; init; }

    public int? MaxPayments { get; init; }

    /// <summary>The settings after the change.</summary>
    public SandboxSettings ApplyTo(SandboxSettings settings) => settings with
    {
        Seed = Seed ?? settings.Seed,
        Speed = Speed ?? (StepMilliseconds is null ? settings.Speed : Speeds.Custom),
        StepMilliseconds = StepMilliseconds ?? (Speed is null ? settings.StepMilliseconds : Speeds.Named[Speed]),
        CounterDossiersPerSecond = CounterDossiersPerSecond ?? settings.CounterDossiersPerSecond,
        FileCheckShare = FileCheckShare ?? settings.FileCheckShare,
        Journeys = Journeys ?? settings.Journeys,
        MaxDossiers = MaxDossiers ?? settings.MaxDossiers,
        MaxNotices = MaxNotices ?? settings.MaxNotices,
        SmsDuplicateWindowSeconds = SmsDuplicateWindowSeconds ?? settings.SmsDuplicateWindowSeconds,
        SessionSeconds = SessionSeconds ?? settings.SessionSeconds,
        CallTimeoutSeconds = CallTimeoutSeconds ?? settings.CallTimeoutSeconds,
        CallsAtOncePerSystem = CallsAtOncePerSystem ?? settings.CallsAtOncePerSystem,
        FirstRetryMilliseconds = FirstRetryMilliseconds ?? settings.FirstRetryMilliseconds,
        Payers = Payers ?? settings.Payers,
        BankTimeScale = BankTimeScale ?? settings.BankTimeScale,
        MaxPayments = MaxPayments ?? settings.MaxPayments,
    };
}
