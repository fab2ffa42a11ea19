namespace DichVuCong.Adapters.Banks.Configuration;

/// <summary>What must hold for a partner's keys. No message shows a key.</summary>
internal static class KeySettingRules
{
    // The one in use and the one that follows it; a third would be an old one that nobody took out.
    private const int MostAtOnce = 2;

    /// <summary>What is wrong with the keys under a setting's name.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="isDevelopment">Whether development secrets are taken.</param>
    public static IEnumerable<string> Problems(string name, IReadOnlyList<KeySetting> keys, bool isDevelopment)
    {
        if (keys.Count == 0) yield return $"{name} needs a key.";
        if (keys.Any(key => string.IsNullOrWhiteSpace(key.KeyId))) yield return $"{name}: every key needs a KeyId.";
        if (keys.DistinctBy(key => key.KeyId, StringComparer.Ordinal).Count() < keys.Count) yield return $"{name}: two keys have the same KeyId.";
        if (MostActive(keys) > MostAtOnce) yield return $"{name}: more than {MostAtOnce} keys are valid at one time.";
        foreach (var key in keys)
        {
            if (string.IsNullOrWhiteSpace(key.Material)) yield return $"{name}:{key.KeyId} is empty.";
            if (key.ValidUntil <= key.ValidFrom) yield return $"{name}:{key.KeyId} ends before it begins.";
            if (!isDevelopment && DevelopmentDefaults.IsSecret(key.Material)) yield return DevelopmentDefaults.Refusal($"{name}:{key.KeyId}");
        }
    }

    // The most at once is reached where one of them begins.
    private static int MostActive(IReadOnlyList<KeySetting> keys) =>
        keys.Select(start => start.ValidFrom ?? DateTimeOffset.MinValue)
            .Select(at => keys.Count(key => (key.ValidFrom ?? DateTimeOffset.MinValue) <= at && at < (key.ValidUntil ?? DateTimeOffset.MaxValue)))
            .DefaultIfEmpty(0)
            .Max();
}
