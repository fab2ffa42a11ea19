using DichVuCong.Adapters.Banks.Configuration;

namespace DichVuCong.Banks.Tests.Fakes;

/// <summary>Secrets that follow each other: the old one ends at 09:00, the new one begins at 08:00.</summary>
internal static class Secrets
{
    public static readonly DateTimeOffset Before = At(7);
    public static readonly DateTimeOffset Overlap = At(8).AddMinutes(30);
    public static readonly DateTimeOffset After = At(9);

    public static SecretSetting[] Rotating(string old, string next) =>
    [
        new SecretSetting { KeyId = "old", Secret = old, ValidUntil = At(9) },
        new SecretSetting { KeyId = "new", Secret = next, ValidFrom = At(8) },
    ];

    public static SecretSetting[] Only(string secret) => [new SecretSetting { KeyId = "k1", Secret = secret }];

    private static DateTimeOffset At(int hour) => new(2025, 7, 1, hour, 0, 0, TimeSpan.FromHours(7));
}
