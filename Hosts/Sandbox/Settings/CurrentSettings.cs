using DichVuCong.Sandbox.State;

namespace DichVuCong.Sandbox.Settings;

/// <summary>The settings in force.</summary>
internal sealed class CurrentSettings(StateLog log)
{
    private readonly Lock _gate = new();
    private volatile SandboxSettings _value = new();

    /// <summary>The settings now.</summary>
    public SandboxSettings Value => _value;

    /// <summary>Changes them, all of the change or nothing.</summary>
    /// <returns>What is wrong with the change; empty when it is in force.</returns>
    public IReadOnlyList<string> Change(SettingsChange change)
    {
        var errors = SettingsRules.Check(change);
        if (errors.Count > 0) return errors;
        lock (_gate)
        {
            _value = change.ApplyTo(_value);
            log.Write(new StateLine { Settings = _value });
        }

        return errors;
    }

    /// <summary>Brings the settings back.</summary>
    public void Restore(SandboxSettings kept) => _value = kept;
}
