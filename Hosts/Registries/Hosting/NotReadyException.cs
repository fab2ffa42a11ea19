namespace DichVuCong.Registries.Hosting;

/// <summary>The host has just started and has not read yet what it needs for an answer: the caller is to come back.</summary>
/// <param name="missing">What is not read yet.</param>
public sealed class NotReadyException(string missing) : Exception($"Not read yet: {missing}.");
