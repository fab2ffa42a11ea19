namespace DichVuCong.Operations.Language;

/// <summary>The languages of the screen.</summary>
public enum Tongue
{
    /// <summary>Vietnamese, unless the operator switches.</summary>
    Vietnamese,

    /// <summary>English.</summary>
    English,
}

/// <summary>A text in both languages, side by side.</summary>
/// <param name="Vietnamese">In Vietnamese.</param>
/// <param name="English">In English.</param>
public sealed record Words(string Vietnamese, string English)
{
    /// <summary>The text in one language.</summary>
    public string In(Tongue tongue) => tongue == Tongue.English ? English : Vietnamese;
}
