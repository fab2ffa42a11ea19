namespace DichVuCong.Registries.Operations.Parked;

/// <summary>The kinds of orders about parked messages; each needs a second person.</summary>
public static class ParkedKinds
{
    /// <summary>One message goes back into its place.</summary>
    public const string Retry = "parked.retry";

    /// <summary>All messages of a cause go back.</summary>
    public const string RetryGroup = "parked.retry-group";

    /// <summary>An edited message takes the place of one of our own.</summary>
    public const string Edit = "parked.edit";

    /// <summary>A message is dropped.</summary>
    public const string Discard = "parked.discard";
}
