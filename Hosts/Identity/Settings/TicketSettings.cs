namespace DichVuCong.Identity.Settings;

/// <summary>Tickets with which people are handed over to one-stop systems: <c>Identity:Tickets</c>.</summary>
public sealed record TicketSettings
{
    /// <summary>The keys. Without one nobody is handed over; in Development there is one in public.</summary>
    public IReadOnlyList<TicketKeySetting> Keys { get; init; } = [];

    /// <summary>How long a ticket lives. Default 1 minute: a browser follows a redirect in seconds.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The parameter of the redirect's address that carries it. Default <c>ticket</c>.</summary>
    public string Parameter { get; init; } = "ticket";

    /// <summary>How long is kept who was handed over where, without who it was. Default 90 days.</summary>
    public TimeSpan KeptFor { get; init; } = TimeSpan.FromDays(90);

    /// <summary>What is wrong with them, each naming its field; empty when nothing is.</summary>
    /// <param name="isDevelopment">Whether the key of development is taken.</param>
    public IEnumerable<string> Validate(bool isDevelopment)
    {
        if (Lifetime < TimeSpan.FromSeconds(10) || Lifetime > TimeSpan.FromMinutes(5)) yield return "Lifetime is 10 seconds to 5 minutes.";
        if (Parameter.Length is < 1 or > 50 || !Parameter.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')) yield return "Parameter is letters and digits.";
        if (KeptFor < TimeSpan.FromDays(1)) yield return "KeptFor is a day or more.";
        foreach (var problem in TicketKeySetting.Problems(Keys, isDevelopment)) yield return problem;
    }
}
